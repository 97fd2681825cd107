#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE
#define NCURSES_WIDECHAR 1

#include "CNcurses.h"

#include <curses.h>
#include <fcntl.h>
#include <gnu/libc-version.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
static FILE *output;
static FILE *input;

static bool has_utf8_codeset(void) {
  const char *codeset = nl_langinfo(CODESET);
  return codeset && strcasecmp(codeset, "UTF-8") == 0;
}

bool cn_set_locale(void) {
  if (setlocale(LC_ALL, "") && has_utf8_codeset()) return true;
  if (setlocale(LC_CTYPE, "C.UTF-8") && has_utf8_codeset()) return true;
  return setlocale(LC_CTYPE, "C.utf8") && has_utf8_codeset();
}

static FILE *open_copy(int descriptor, const char *mode) {
  int copy = dup(descriptor);
  if (copy < 0) return NULL;
  FILE *file = fdopen(copy, mode);
  if (!file) close(copy);
  return file;
}

bool cn_open(const char *term, int in, int out, bool is_utf8) {
  // Both freeze the size that curses believes in.
  unsetenv("LINES");
  unsetenv("COLUMNS");
  if (is_utf8) setenv("NCURSES_NO_UTF8_ACS", "1", 0);
  output = open_copy(out, "w");
  input = open_copy(in, "r");
  if (output && input) screen = newterm(term, output, input);
  if (screen) return true;
  if (output) fclose(output);
  if (input) fclose(input);
  output = input = NULL;
  return false;
}

void cn_close(bool is_writing) {
  if (!screen) return;
  if (!is_writing && output) {
    // Nothing may reach a terminal that is gone, or of which nobody knows the state.
    int sink = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (sink >= 0) {
      dup2(sink, fileno(output));
      close(sink);
    }
  }
  endwin();
  delscreen(screen);
  screen = NULL;
  if (output) fclose(output);
  if (input) fclose(input);
  output = input = NULL;
}

void cn_set_modes(void) {
  raw();
  noecho();
  nonl();
  meta(stdscr, TRUE);
  // Keys are decoded by TerminalCore; this sends the string that makes the terminal send them.
  keypad(stdscr, TRUE);
  leaveok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  idlok(stdscr, FALSE);
  curs_set(1);
}

void cn_suspend(void) { endwin(); }

void cn_resume(void) {
  reset_prog_mode();
  clearok(curscr, TRUE);
}

const char *cn_string_capability(const char *name) {
  char *value = tigetstr(name);
  return value == (char *)-1 ? NULL : value;
}

int cn_number_capability(const char *name) {
  int value = tigetnum(name);
  return value < 0 ? -1 : value;
}

bool cn_start_colors(void) {
  return has_colors() && start_color() == OK && use_default_colors() == OK;
}

int cn_pair_limit(void) { return COLOR_PAIRS; }

bool cn_set_pair(int pair, int foreground, int background) {
  return init_extended_pair(pair, foreground, background) == OK;
}

int cn_rows(void) { return LINES; }
int cn_columns(void) { return COLS; }

void cn_resize(int rows, int columns) {
  resizeterm(rows, columns);
  clearok(curscr, TRUE);
}

static attr_t attributes_of(uint32_t bits) {
  attr_t value = A_NORMAL;
  if (bits & cn_bold) value |= A_BOLD;
  if (bits & cn_dim) value |= A_DIM;
  if (bits & cn_underline) value |= A_UNDERLINE;
  if (bits & cn_reverse) value |= A_REVERSE;
  if (bits & cn_italic) value |= A_ITALIC;
  return value;
}

static cchar_t cell_of(cn_style style, const wchar_t *text) {
  cchar_t cell;
  int pair = style.pair;
  // The short pair number is ignored when the long one is given.
  setcchar(&cell, text, attributes_of(style.attributes), 0, &pair);
  return cell;
}

void cn_put_cells(int row, int column, const uint64_t *cells, int count, const cn_style *styles) {
  enum { longest = 512 };
  cchar_t line[longest];
  int used = 0;
  unsigned last = 256;
  cchar_t model = {0};
  for (int index = 0; index < count && used < longest - 1; index++) {
    unsigned style = (unsigned)(cells[index] >> 32) & 0xFF;
    if (((cells[index] >> 40) & 0xFF) == 0) continue;
    if (style != last) {
      model = cell_of(styles[style], L" ");
      last = style;
    }
    line[used] = model;
    line[used].chars[0] = (wchar_t)(uint32_t)cells[index];
    used++;
  }
  mvwadd_wchnstr(stdscr, row, column, line, used);
}

void cn_put_cluster(int row, int column, const uint32_t *scalars, int count, cn_style style) {
  wchar_t text[CCHARW_MAX + 1] = {0};
  for (int index = 0; index < count && index < CCHARW_MAX; index++) {
    text[index] = (wchar_t)scalars[index];
  }
  cchar_t cell = cell_of(style, text);
  mvwadd_wchnstr(stdscr, row, column, &cell, 1);
}

void cn_set_background(cn_style style) {
  cchar_t cell = cell_of(style, L" ");
  wbkgrndset(stdscr, &cell);
}

void cn_erase(void) { werase(stdscr); }

void cn_repaint(void) { clearok(curscr, TRUE); }

void cn_update(int row, int column) {
  wmove(stdscr, row, column);
  wnoutrefresh(stdscr);
  doupdate();
}

int cn_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

const char *cn_library_version(void) { return gnu_get_libc_version(); }
