import App

func drawHints(_ state: AppState, on canvas: inout Canvas) {}
