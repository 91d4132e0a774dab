/* Many articles in one file, for C: what entente.h is for one article. Needs the library entente::store as well.
 *
 *   entente_error error;
 *   entente_store* store = entente_open_store("news.db", ENTENTE_STORE_CREATE, &error);
 *   entente_store_add(store, pipeline, &article, NULL, NULL, &error);
 *   entente_store_finish(store, &error);
 *   entente_network* network = entente_store_around(store, NULL, "norway", NULL, &error);
 *   ...
 *   entente_free_network(network);
 *   entente_close_store(store);
 *
 * Errors, texts and structs are as in entente.h; the file's errors are ENTENTE_NOT_FOUND, ENTENTE_NOT_READABLE (no
 * permission, a full disk, another writer that does not end) and ENTENTE_BAD_FORMAT (damaged, or no store). What is
 * read becomes a network, which all functions of entente.h take, and which outlives the store.
 *
 * Threads: a store is used by one thread at a time; each may open its own. Any number of programs may read while one
 * writes. */
#ifndef ENTENTE_ENTENTE_STORE_H
#define ENTENTE_ENTENTE_STORE_H

#include <stddef.h>

#include <entente/entente.h>

#ifdef __cplusplus
extern "C" {
#endif

/* An open store. */
typedef struct entente_store entente_store;

/* What it is opened for. */
typedef enum entente_store_access {
  ENTENTE_STORE_READ = 0,
  ENTENTE_STORE_WRITE = 1,
  ENTENTE_STORE_CREATE = 2 /* makes the file where there is none */
} entente_store_access;

/* What became of an article that was to be added. */
typedef enum entente_added {
  ENTENTE_ADDED_NEW = 0,
  ENTENTE_ADDED_UPDATED = 1, /* it took the place of an older one */
  ENTENTE_ADDED_KNOWN = 2    /* its content is in the store already */
} entente_added;

/* How an article is added. All may be NULL or 0. */
typedef struct entente_add_options {
  size_t size;
  int update;         /* not 0: an article of the same id and source, with other content, is replaced */
  const char* reader; /* what is said to have read it; NULL for "entente" and its version */
} entente_add_options;

/* What a store holds. */
typedef struct entente_store_content {
  size_t size;
  size_t articles;
  size_t words;
  size_t relations;
} entente_store_content;

/* Which articles are meant, and what is known better. All may be NULL. */
typedef struct entente_store_filter {
  size_t size;
  const char* since;       /* "2023-03-18": of that day or later; "" like NULL for no limit */
  const char* until;       /* of that day or earlier */
  const char* source;      /* words in the source or the outlet, whatever their case */
  const char* corrections; /* the content of a file of corrections (docs/store-format.md) */
} entente_store_filter;

/* Opens the file. */
ENTENTE_EXPORT entente_store* entente_open_store(const char* path, entente_store_access access, entente_error* error);
/* Closes a store; what was not finished may be lost. NULL is allowed. */
ENTENTE_EXPORT void entente_close_store(entente_store* store);

/* Reads an article and adds it; reads nothing where its content is known. `options` and `added` may be NULL. */
ENTENTE_EXPORT entente_code entente_store_add(entente_store* store, const entente_pipeline* pipeline,
                                              const entente_article* article, const entente_add_options* options,
                                              entente_added* added, entente_error* error);
/* Removes the article of that name, source or title (the first of these that fits). */
ENTENTE_EXPORT entente_code entente_store_remove(entente_store* store, const char* name, entente_error* error);
/* Ends the work: what was added is safe, and can be asked. */
ENTENTE_EXPORT entente_code entente_store_finish(entente_store* store, entente_error* error);

/* What it holds. */
ENTENTE_EXPORT entente_code entente_store_count(const entente_store* store, entente_store_content* content,
                                                entente_error* error);
/* The network of all articles, or of those that the filter leaves. `pipeline` and `filter` may be NULL. */
ENTENTE_EXPORT entente_network* entente_store_network(const entente_store* store, const entente_pipeline* pipeline,
                                                      const entente_store_filter* filter, entente_error* error);
/* The actor of that id or name and all whom relations join with it, quickly: without mentions, everything else as in
 * the network of all articles. ENTENTE_USAGE names the candidates where the name may be several. */
ENTENTE_EXPORT entente_network* entente_store_around(const entente_store* store, const entente_pipeline* pipeline,
                                                     const char* actor, const entente_store_filter* filter,
                                                     entente_error* error);

#ifdef __cplusplus
}
#endif

#endif
