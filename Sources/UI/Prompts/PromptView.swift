import App

func drawPrompt(_ state: AppState, on canvas: inout Canvas) {}
