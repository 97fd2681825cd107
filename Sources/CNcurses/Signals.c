#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE

#include "CNcurses.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>

// Everything a handler touches is here and is set before the handler is installed.
static volatile sig_atomic_t wake_descriptor = -1;
static volatile sig_atomic_t crash_descriptor = -1;
static char crash_text[512];
static size_t crash_count;
static struct termios saved_modes;
static volatile sig_atomic_t has_saved_modes;

static const int watched[] = {SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT};
static const int fatal[] = {SIGSEGV, SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGTRAP};
enum { watched_count = sizeof watched / sizeof *watched, fatal_count = sizeof fatal / sizeof *fatal };

static struct sigaction watched_before[watched_count];
static struct sigaction fatal_before[fatal_count];
// What would end the program with the terminal left as it is, and means nothing to it.
static const int ignored[] = {SIGPIPE, SIGALRM, SIGUSR1, SIGUSR2};
enum { ignored_count = sizeof ignored / sizeof *ignored };
static struct sigaction ignored_before[ignored_count];

static void wake(int number) {
  int kept = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t ignored = write(wake_descriptor, &byte, 1);
  (void)ignored;
  errno = kept;
}

bool cn_watch_signals(int descriptor) {
  if (wake_descriptor >= 0) return false;
  wake_descriptor = descriptor;
  struct sigaction action = {0};
  action.sa_handler = wake;
  action.sa_flags = SA_RESTART | SA_ONSTACK;
  sigfillset(&action.sa_mask);
  for (int index = 0; index < watched_count; index++) {
    sigaction(watched[index], &action, &watched_before[index]);
  }
  struct sigaction ignore = {0};
  ignore.sa_handler = SIG_IGN;
  for (int index = 0; index < ignored_count; index++) {
    sigaction(ignored[index], &ignore, &ignored_before[index]);
  }
  return true;
}

void cn_unwatch_signals(void) {
  if (wake_descriptor < 0) return;
  for (int index = 0; index < watched_count; index++) {
    sigaction(watched[index], &watched_before[index], NULL);
  }
  for (int index = 0; index < ignored_count; index++) {
    sigaction(ignored[index], &ignored_before[index], NULL);
  }
  wake_descriptor = -1;
}

static void crash(int number, siginfo_t *info, void *context) {
  (void)context;
  int descriptor = crash_descriptor;
  crash_descriptor = -1;
  if (descriptor >= 0) {
    size_t done = 0;
    while (done < crash_count) {
      ssize_t count = write(descriptor, crash_text + done, crash_count - done);
      if (count <= 0) break;
      done += (size_t)count;
    }
    if (has_saved_modes) tcsetattr(descriptor, TCSANOW, &saved_modes);
  }
  for (int index = 0; index < fatal_count; index++) {
    if (fatal[index] == number) sigaction(number, &fatal_before[index], NULL);
  }
  // A fault repeats when this returns; a signal that was sent has to be sent again.
  if (info->si_code <= 0) raise(number);
}

void cn_leave_crashes_to_system(void) {
  for (int index = 0; index < fatal_count; index++) signal(fatal[index], SIG_DFL);
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
}

bool cn_arm_crash(int descriptor, const char *text, size_t count) {
  static char stack[65536];
  if (crash_descriptor >= 0 || count > sizeof crash_text) return false;
  memcpy(crash_text, text, count);
  crash_count = count;
  crash_descriptor = descriptor;
  stack_t alternative = {.ss_sp = stack, .ss_size = sizeof stack, .ss_flags = 0};
  sigaltstack(&alternative, NULL);
  struct sigaction action = {0};
  action.sa_sigaction = crash;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  for (int index = 0; index < fatal_count; index++) {
    sigaction(fatal[index], &action, &fatal_before[index]);
  }
  return true;
}

void cn_disarm_crash(void) {
  if (crash_descriptor < 0) return;
  for (int index = 0; index < fatal_count; index++) {
    sigaction(fatal[index], &fatal_before[index], NULL);
  }
  crash_descriptor = -1;
}

bool cn_save_modes(int descriptor) {
  has_saved_modes = tcgetattr(descriptor, &saved_modes) == 0;
  return has_saved_modes;
}

bool cn_restore_modes(int descriptor) {
  return has_saved_modes && tcsetattr(descriptor, TCSADRAIN, &saved_modes) == 0;
}

int cn_erase_byte(int descriptor) {
  struct termios modes;
  if (tcgetattr(descriptor, &modes) != 0) return -1;
  return modes.c_cc[VERASE] == _POSIX_VDISABLE ? -1 : modes.c_cc[VERASE];
}

bool cn_window_size(int descriptor, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) {
    return false;
  }
  *rows = size.ws_row;
  *columns = size.ws_col;
  return true;
}

// Only a shell that keeps jobs puts the program into a group other than its own.
bool cn_can_stop(void) {
  pid_t group = getpgid(getsid(0));
  return group >= 0 && group != getpgrp();
}

void cn_stop(void) { kill(getpid(), SIGSTOP); }
