#ifndef CASELOAD_CPSEUDOTERMINAL_H
#define CASELOAD_CPSEUDOTERMINAL_H

#include <stdbool.h>
#include <sys/types.h>

// A program on a terminal of its own. fork and the variadic ioctl aren't to be had in Swift.
typedef struct {
  int terminal;  // the end that a person would sit at; doesn't block
  int gate;      // a byte written here lets the parked program begin
  pid_t process;
} pt_program;

// Puts a program on a new terminal, parked; false with errno where that can't be done.
bool pt_park(const char *path, char *const arguments[], char *const environment[], int rows,
             int columns, pt_program *program);

#endif
