import App

func drawStatusLine(_ state: AppState, on canvas: inout Canvas) {}
