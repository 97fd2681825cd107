import App

func drawFirstRun(_ state: AppState, on canvas: inout Canvas) {}
