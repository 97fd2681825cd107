import App

func drawWeek(_ state: AppState, on canvas: inout Canvas) {}
