#define _GNU_SOURCE
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
#include <sys/mman.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
static FILE *output;
static FILE *input;

// A frame is made in memory and sent in one piece: ncurses itself would write as often as it moves
// the cursor, and each time wake whoever shows the terminal.
static struct {
  int terminal;
  int memory;
  uint8_t *bytes;
  size_t limit;
} held = {-1, -1, NULL, 0};

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

static void begin_holding(void) {
  held.terminal = fcntl(fileno(output), F_DUPFD_CLOEXEC, 3);
  held.memory = memfd_create("frame", MFD_CLOEXEC);
}

static void end_holding(void) {
  if (held.terminal >= 0) close(held.terminal);
  if (held.memory >= 0) close(held.memory);
  free(held.bytes);
  held.terminal = held.memory = -1;
  held.bytes = NULL;
  held.limit = 0;
}

bool cn_open(const char *term, int in, int out, bool is_utf8) {
  // Both freeze the size that curses believes in.
  unsetenv("LINES");
  unsetenv("COLUMNS");
  if (is_utf8) setenv("NCURSES_NO_UTF8_ACS", "1", 0);
  output = open_copy(out, "w");
  input = open_copy(in, "r");
  if (output && input) screen = newterm(term, output, input);
  if (screen) {
    begin_holding();
    return true;
  }
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
  end_holding();
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
  // A frame goes out whole; keys that came meanwhile were asked for before it was made.
  typeahead(-1);
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

// Whether a blank looks the same in both styles.
static bool are_blanks_alike(cn_style one, cn_style other) {
  return one.background == other.background && one.attributes == other.attributes;
}

static unsigned style_of(uint64_t cell) { return (unsigned)(cell >> 32) & 0xFF; }

// The style in which to show a blank that has none before it to take: that of what comes next, if
// nobody sees the difference.
static unsigned style_of_blank(const uint64_t *line, int index, int end, const cn_style *styles) {
  unsigned own = style_of(line[index]);
  for (int next = index + 1; next < end; next++) {
    if ((uint32_t)line[next] == ' ') continue;
    unsigned style = style_of(line[next]);
    return are_blanks_alike(styles[own], styles[style]) ? style : own;
  }
  return own;
}

void cn_put_cells(int row, int column, const uint64_t *line, int first, int count,
                  const cn_style *styles) {
  enum { longest = 512 };
  cchar_t cells[longest];
  int used = 0;
  unsigned last = 256;
  unsigned made = 256;
  bool is_border = false;
  cchar_t model = {0};
  for (int index = 0; index < first + count && used < longest - 1; index++) {
    unsigned style = style_of(line[index]);
    uint32_t glyph = (uint32_t)line[index];
    if (((line[index] >> 40) & 0xFF) == 0) continue;
    // A blank takes the colors before it where nobody sees the difference: fewer bytes. A border
    // seldom changes, so what follows it is better.
    if (glyph != ' ') {
      last = style;
    } else if (last > 255 || is_border) {
      last = style_of_blank(line, index, first + count, styles);
    } else if (!are_blanks_alike(styles[last], styles[style])) {
      last = style;
    }
    is_border = glyph >= 0x2500 && glyph < 0x2580;
    if (index < first) continue;
    if (last != made) {
      model = cell_of(styles[last], L" ");
      made = last;
    }
    cells[used] = model;
    cells[used].chars[0] = (wchar_t)(uint32_t)line[index];
    used++;
  }
  mvwadd_wchnstr(stdscr, row, column, cells, used);
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

// Takes what was written into the memory file.
static size_t take_held(const uint8_t **bytes) {
  off_t count = lseek(held.memory, 0, SEEK_CUR);
  if (count <= 0) return 0;
  if ((size_t)count > held.limit) {
    uint8_t *larger = realloc(held.bytes, (size_t)count);
    if (!larger) return 0;
    held.bytes = larger;
    held.limit = (size_t)count;
  }
  ssize_t taken = pread(held.memory, held.bytes, (size_t)count, 0);
  lseek(held.memory, 0, SEEK_SET);
  *bytes = held.bytes;
  return taken < 0 ? 0 : (size_t)taken;
}

size_t cn_update(int row, int column, const uint8_t **bytes) {
  wmove(stdscr, row, column);
  wnoutrefresh(stdscr);
  int descriptor = fileno(output);
  bool is_held = held.terminal >= 0 && held.memory >= 0 && dup2(held.memory, descriptor) >= 0;
  doupdate();
  if (!is_held) return 0;
  dup2(held.terminal, descriptor);
  return take_held(bytes);
}

int cn_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

const char *cn_library_version(void) { return gnu_get_libc_version(); }
