#define _GNU_SOURCE

#include "CSpelling.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

enum { longest = 512 };

typedef struct Hunhandle Hunhandle;

struct sp_dictionary {
  void *library;
  Hunhandle *handle;
  void (*destroy)(Hunhandle *);
  int (*spell)(Hunhandle *, const char *);
  int (*suggest)(Hunhandle *, char ***, const char *);
  void (*free_list)(Hunhandle *, char ***, int);
  int (*add)(Hunhandle *, const char *);
  // From UTF-8 and to it; no_conversion where the dictionary is in UTF-8.
  iconv_t inward, outward;
};

static const iconv_t no_conversion = (iconv_t)-1;

// A word in the other character set, or NULL where it has none of its characters.
static const char *converted(iconv_t conversion, const char *word, char *buffer) {
  if (conversion == no_conversion) return strlen(word) < longest ? word : NULL;
  char *from = (char *)word, *to = buffer;
  size_t left = strlen(word), room = longest - 1;
  iconv(conversion, NULL, NULL, NULL, NULL);
  if (iconv(conversion, &from, &left, &to, &room) == (size_t)-1 || left) return NULL;
  *to = 0;
  return buffer;
}

// The library complains of a broken dictionary on standard error, which is the screen here.
static Hunhandle *quietly(Hunhandle *(*create)(const char *, const char *), const char *affixes,
                          const char *words) {
  int kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nowhere >= 0) dup2(nowhere, STDERR_FILENO);
  Hunhandle *handle = create(affixes, words);
  if (kept >= 0) dup2(kept, STDERR_FILENO);
  if (kept >= 0) close(kept);
  if (nowhere >= 0) close(nowhere);
  return handle;
}

// Fills in the conversions; false for a character set that nobody knows.
static bool set_encoding(sp_dictionary *dictionary, const char *encoding) {
  dictionary->inward = dictionary->outward = no_conversion;
  if (!encoding) return false;
  if (!strcasecmp(encoding, "UTF-8")) return true;
  dictionary->inward = iconv_open(encoding, "UTF-8");
  dictionary->outward = iconv_open("UTF-8", encoding);
  return dictionary->inward != no_conversion && dictionary->outward != no_conversion;
}

sp_dictionary *sp_open(const char *library, const char *affixes, const char *words, int *problem) {
  *problem = sp_no_library;
  void *loaded = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  if (!loaded) return NULL;
  Hunhandle *(*create)(const char *, const char *) = dlsym(loaded, "Hunspell_create");
  char *(*encoding)(Hunhandle *) = dlsym(loaded, "Hunspell_get_dic_encoding");
  sp_dictionary made = {
      .library = loaded,
      .destroy = dlsym(loaded, "Hunspell_destroy"),
      .spell = dlsym(loaded, "Hunspell_spell"),
      .suggest = dlsym(loaded, "Hunspell_suggest"),
      .free_list = dlsym(loaded, "Hunspell_free_list"),
      .add = dlsym(loaded, "Hunspell_add"),
      .inward = no_conversion,
      .outward = no_conversion,
  };
  *problem = sp_odd_library;
  if (create && encoding && made.destroy && made.spell && made.suggest && made.free_list &&
      made.add) {
    *problem = sp_no_dictionary;
    made.handle = quietly(create, affixes, words);
  }
  sp_dictionary *dictionary = malloc(sizeof made);
  if (!dictionary) abort();
  *dictionary = made;
  if (made.handle && set_encoding(dictionary, encoding(made.handle))) {
    *problem = sp_none;
    return dictionary;
  }
  sp_close(dictionary);
  return NULL;
}

void sp_close(sp_dictionary *dictionary) {
  if (dictionary->handle) dictionary->destroy(dictionary->handle);
  if (dictionary->inward != no_conversion) iconv_close(dictionary->inward);
  if (dictionary->outward != no_conversion) iconv_close(dictionary->outward);
  dlclose(dictionary->library);
  free(dictionary);
}

bool sp_knows(sp_dictionary *dictionary, const char *word) {
  char buffer[longest];
  const char *own = converted(dictionary->inward, word, buffer);
  return own && dictionary->spell(dictionary->handle, own) != 0;
}

void sp_add(sp_dictionary *dictionary, const char *word) {
  char buffer[longest];
  const char *own = converted(dictionary->inward, word, buffer);
  if (own) dictionary->add(dictionary->handle, own);
}

int sp_suggest(sp_dictionary *dictionary, const char *word, char ***list) {
  char buffer[longest];
  char **found = NULL;
  *list = NULL;
  const char *own = converted(dictionary->inward, word, buffer);
  int count = own ? dictionary->suggest(dictionary->handle, &found, own) : 0;
  if (count <= 0) return 0;
  int kept = 0;
  *list = calloc((size_t)count, sizeof **list);
  for (int place = 0; *list && place < count; place++) {
    const char *text = converted(dictionary->outward, found[place], buffer);
    char *copy = text ? strdup(text) : NULL;
    if (copy) (*list)[kept++] = copy;
  }
  dictionary->free_list(dictionary->handle, &found, count);
  return kept;
}

void sp_free(char **list, int count) {
  for (int place = 0; place < count; place++) free(list[place]);
  free(list);
}
