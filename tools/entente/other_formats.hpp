// Articles in files that are not text: PDF, office documents, mail, feeds. Each is read by a library or program of its
// own field; one that was left out of the build, or is not installed, is an error that says so.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <entente/text/article.hpp>

namespace entente::cli {

enum class FileForm : unsigned char {
  Text,  // text, Markdown or HTML, or what file_kind.hpp refuses
  Pdf,
  Office,  // DOCX or ODT
  Mail,    // a message, or a page that a browser saved as one (MHTML)
  Feed,    // RSS or Atom
};

// By how the bytes begin; the ending of the path says only what the bytes leave open.
FileForm form_of(std::string_view bytes, const std::string& path);

// What the readers take at most, whatever a file says of itself. What is beyond is left out, or an error where a part
// would make no sense.
struct FormLimits {
  std::size_t text = std::size_t{64} << 20U;  // bytes that a packed part may unpack to
  std::size_t parts = 2000;                   // of a message
  std::size_t depth = 32;                     // of messages in messages
  std::size_t entries = 10000;                // of a feed
};

// The articles of the file, with title, date and source as far as it tells them. `name` is the file's, for messages;
// throws Error (BadFormat, NotReadable).
Article read_pdf(std::string_view bytes, const std::string& name);
Article read_office(std::string_view bytes, const std::string& name, const FormLimits& limits = {});
Article read_mail(std::string_view bytes, const std::string& name, const FormLimits& limits = {});
std::vector<Article> read_feed(std::string_view bytes, const std::string& name, const FormLimits& limits = {});

// What starts a message or a feed, by their first bytes.
bool begins_as_mail(std::string_view bytes);
bool begins_as_feed(std::string_view bytes);

}  // namespace entente::cli
