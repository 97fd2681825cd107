func drawTooSmall(on canvas: inout Canvas) {}
