#define _GNU_SOURCE

#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

// The child's part: a session of its own on the terminal, then the program. Never returns.
static void become(const char *path, char *const arguments[], char *const environment[],
                   const char *terminal, int gate) {
  setsid();
  int end = open(terminal, O_RDWR);
  if (end < 0 || ioctl(end, TIOCSCTTY, 0) < 0) _exit(126);
  for (int target = 0; target < 3; target++) dup2(end, target);
  if (end > 2) close(end);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  char byte;
  if (read(gate, &byte, 1) != 1) _exit(125);
  execve(path, arguments, environment);
  _exit(127);
}

bool pt_park(const char *path, char *const arguments[], char *const environment[], int rows,
             int columns, pt_program *program) {
  int gate[2];
  char name[128];
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  int terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal < 0) return false;
  if (grantpt(terminal) || unlockpt(terminal) || ptsname_r(terminal, name, sizeof name) ||
      ioctl(terminal, TIOCSWINSZ, &size) < 0 || pipe2(gate, O_CLOEXEC) < 0) {
    close(terminal);
    return false;
  }
  pid_t child = fork();
  if (child == 0) become(path, arguments, environment, name, gate[0]);
  close(gate[0]);
  if (child < 0) {
    close(terminal);
    close(gate[1]);
    return false;
  }
  fcntl(terminal, F_SETFL, fcntl(terminal, F_GETFL) | O_NONBLOCK);
  *program = (pt_program){terminal, gate[1], child};
  return true;
}
