#ifndef CASELOAD_CNCURSES_H
#define CASELOAD_CNCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What Swift needs of ncursesw and of signal handlers, and no more: no type of <curses.h> is seen
// here, so none of its global names (move, refresh, clear, timeout) reaches Swift.

// How one role looks: a color pair, its background, and attributes made of the bits below.
typedef struct {
  uint32_t attributes;
  int32_t pair;
  int32_t background;
} cn_style;

enum { cn_bold = 1, cn_dim = 2, cn_underline = 4, cn_reverse = 8, cn_italic = 16 };

// Sets the locale; returns whether it is UTF-8, falling back to C.UTF-8 for characters.
bool cn_set_locale(void);

// Opens the terminal of that name on two descriptors; false if it is not known.
bool cn_open(const char *term, int in, int out, bool is_utf8);
// Ends what cn_open began; restores the modes ncurses set. The descriptors stay open.
void cn_close(bool is_writing);
// Sets the modes: raw, no echo, no newline translation, keypad, meta.
void cn_set_modes(void);
// Leaves the modes and the screen for a while; cn_resume takes them again.
void cn_suspend(void);
void cn_resume(void);

// A string, number or flag of the terminal's description; NULL or -1 if it has none.
const char *cn_string_capability(const char *name);
int cn_number_capability(const char *name);

// Turns colors on, with the terminal's own as number -1; false if there are none.
bool cn_start_colors(void);
int cn_pair_limit(void);
bool cn_set_pair(int pair, int foreground, int background);

int cn_rows(void);
int cn_columns(void);
void cn_resize(int rows, int columns);

// Puts a run of cells of a line, from its first one on: bits 0-31 of each are the glyph, 32-39 the
// index of its style, 40-47 the width; the second half of a wide cell has width 0. The cells before
// the run tell only the colors it begins in.
void cn_put_cells(int row, int column, const uint64_t *line, int first, int count,
                  const cn_style *styles);
// Puts one cell of a base and its marks, at most five scalars.
void cn_put_cluster(int row, int column, const uint32_t *scalars, int count, cn_style style);
// The style of cells that nothing was put in.
void cn_set_background(cn_style style);
void cn_erase(void);
// The next cn_update paints every cell again.
void cn_repaint(void);
// Gives what is to be sent so that the terminal shows what changed and has its cursor there; the
// bytes stay until the next call. Sends it itself, and gives nothing, where it can't be held.
size_t cn_update(int row, int column, const uint8_t **bytes);

// Installs handlers that write a signal's number to a descriptor, and puts back those before.
bool cn_watch_signals(int descriptor);
void cn_unwatch_signals(void);

/// Gives the fatal signals back to the system, so that no runtime speaks about a crash, and
/// forbids core dumps: the program's memory holds names.
void cn_leave_crashes_to_system(void);

// Restores the terminal when the program crashes: writes the text, sets the modes the descriptor
// has now, and lets the signal take its course.
bool cn_arm_crash(int descriptor, const char *text, size_t count);
void cn_disarm_crash(void);

// The modes of a terminal, kept and put back.
bool cn_save_modes(int descriptor);
bool cn_restore_modes(int descriptor);
int cn_erase_byte(int descriptor);

// The size of the terminal; false if it has none.
bool cn_window_size(int descriptor, int *rows, int *columns);

// Whether a stopped process would be continued by a shell.
bool cn_can_stop(void);
void cn_stop(void);

// The width ncurses believes a character has, and the version of the library that says so.
int cn_width(uint32_t scalar);
const char *cn_library_version(void);

#endif
