// What the parts of the C interface share: its handles, and codes in the place of exceptions. For the files beside it.
#pragma once

#include <algorithm>
#include <cstring>
#include <exception>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <entente/entente.h>
#include <entente/base/error.hpp>
#include <entente/pipeline.hpp>
#include <entente/text/guess_format.hpp>

struct entente_pipeline {
  entente::Pipeline pipeline;
};

struct entente_network {
  explicit entente_network(entente::Network made) : network(std::move(made)) {
    for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
      numbers.emplace(&network[*edge], edges.size());
      edges.push_back(*edge);
    }
  }
  entente_network(const entente_network&) = delete;
  entente_network& operator=(const entente_network&) = delete;

  entente::Network network;
  std::vector<entente::Edge> edges;
  std::unordered_map<const entente::Relation*, std::size_t> numbers;
};

namespace entente::inline v0_1::c_api {

// What a progress function asks for: leaves the library as ENTENTE_CANCELLED.
struct Cancelled {};

inline entente_code code_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::Usage:
      return ENTENTE_USAGE;
    case ErrorCode::NotFound:
      return ENTENTE_NOT_FOUND;
    case ErrorCode::NotReadable:
      return ENTENTE_NOT_READABLE;
    case ErrorCode::BadFormat:
      return ENTENTE_BAD_FORMAT;
    case ErrorCode::BadModel:
      return ENTENTE_BAD_MODEL;
    case ErrorCode::Internal:
      return ENTENTE_INTERNAL;
    case ErrorCode::Cancelled:
      return ENTENTE_CANCELLED;
    case ErrorCode::DeadlineExceeded:
      return ENTENTE_DEADLINE_EXCEEDED;
  }
  return ENTENTE_INTERNAL;
}

// As much of the text as there is room for, with a zero byte at its end.
inline void copy_text(std::span<char> room, std::string_view text) {
  std::size_t size = std::min(text.size(), room.size() - 1);
  while (size < text.size() && size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) {
    --size;  // no half of a letter
  }
  std::memcpy(room.data(), text.data(), size);
  room[size] = '\0';
}

inline entente_code fail(entente_error* error, entente_code code, std::string_view message,
                         const ErrorDetails& details = {}) {
  if (error != nullptr) {
    error->code = code;
    error->line = details.line;
    copy_text(error->message, message);
    copy_text(error->file, details.file);
    copy_text(error->expected, details.expected);
  }
  return code;
}

// No exception leaves the library.
template <typename Work>
entente_code guarded(entente_error* error, Work work) noexcept {
  try {
    work();
    return ENTENTE_OK;
  } catch (const Error& wrong) {
    return fail(error, code_of(wrong.code()), wrong.what(), wrong.details());
  } catch (const Cancelled&) {
    return fail(error, ENTENTE_CANCELLED, "the reading was stopped");
  } catch (const std::bad_alloc&) {
    return fail(error, ENTENTE_NO_MEMORY, "not enough memory");
  } catch (const std::exception& wrong) {
    return fail(error, ENTENTE_INTERNAL, wrong.what());
  }
}

inline void require(bool good, const char* where, const char* what) {
  if (!good) {
    throw Error(ErrorCode::Usage, where, what);
  }
}

template <typename Handle>
const Handle& required(const Handle* handle, const char* what) {
  require(handle != nullptr, what, "is NULL");
  return *handle;
}

// The caller's struct as this version knows it: fields that the caller's has not are 0.
template <typename Struct>
Struct taken(const Struct& given, const char* what) {
  require(given.size > sizeof(given.size), what, "has no size; expected .size = sizeof of the struct");
  Struct known{};
  std::memcpy(&known, &given, std::min(given.size, sizeof(Struct)));
  return known;
}

template <typename Struct>
Struct taken_or_default(const Struct* given, const char* what) {
  return given == nullptr ? Struct{} : taken(*given, what);
}

// Fills as much of the caller's struct as it has.
template <typename Struct>
void fill(Struct* given, Struct made, const char* what) {
  require(given != nullptr, what, "is NULL");
  require(given->size > sizeof(given->size), what, "has no size; expected .size = sizeof of the struct");
  made.size = given->size;
  std::memcpy(given, &made, std::min(given->size, sizeof(Struct)));
}

inline std::string text_of(const char* text) { return text == nullptr ? std::string() : std::string(text); }

inline Article article_of(const entente_article& given) {
  Article article;
  article.id = text_of(given.id);
  article.title = text_of(given.title);
  article.source = text_of(given.source);
  article.date = text_of(given.date);
  require(given.text != nullptr, "article", "its text is NULL");
  article.text = given.text_size == 0 ? std::string(given.text) : std::string(given.text, given.text_size);
  article.format = guess_format(article.source, article.text);
  return article;
}

// A handle that `make` gives, or NULL.
template <typename Make>
auto made(entente_error* error, Make make) noexcept -> decltype(make()) {
  decltype(make()) handle = nullptr;
  guarded(error, [&] { handle = make(); });
  return handle;
}

}  // namespace entente::c_api
