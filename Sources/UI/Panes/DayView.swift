import App

func drawDay(_ state: AppState, on canvas: inout Canvas) {}
