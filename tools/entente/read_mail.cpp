// Mail (RFC 5322 with MIME) and pages that browsers save as such (MHTML): the body becomes an article, attachments are
// left out.
#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include <entente/base/error.hpp>

#include "other_formats.hpp"

#ifdef ENTENTE_WITH_MAIL
#include <gmime/gmime.h>

#include <entente/text/charset.hpp>
#endif

namespace entente::cli {

#ifdef ENTENTE_WITH_MAIL

namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

std::string text_or_empty(const char* text) { return text == nullptr ? std::string() : std::string(text); }

// The texts of a message: the first that is plain, and the first that is HTML.
class Bodies {
 public:
  Bodies(const FormLimits& limits) : limits_(limits) {}

  void visit(GMimeObject* part, std::size_t depth) {
    if (part == nullptr || ++parts_ > limits_.parts || depth > limits_.depth || (plain_ && html_)) {
      return;
    }
    if (GMIME_IS_MULTIPART(part)) {
      auto* const many = reinterpret_cast<GMimeMultipart*>(part);
      const int count = g_mime_multipart_get_count(many);
      for (int i = 0; i < count && parts_ <= limits_.parts; ++i) {
        visit(g_mime_multipart_get_part(many, i), depth + 1);
      }
    } else if (GMIME_IS_PART(part) && !is_attachment(part)) {
      take(reinterpret_cast<GMimePart*>(part));
    }
  }

  const std::optional<std::string>& plain() const { return plain_; }
  const std::optional<std::string>& html() const { return html_; }

 private:
  static bool is_attachment(GMimeObject* part) {
    return text_or_empty(g_mime_object_get_disposition(part)) == "attachment";
  }

  void take(GMimePart* part) {
    GMimeContentType* const type = g_mime_object_get_content_type(reinterpret_cast<GMimeObject*>(part));
    const bool html = g_mime_content_type_is_type(type, "text", "html") != 0;
    const bool plain = g_mime_content_type_is_type(type, "text", "plain") != 0;
    std::optional<std::string>& place = html ? html_ : plain_;
    if ((html || plain) && !place) {
      place = content_of(part, type, html);
    }
  }

  // In UTF-8, by the charset of the part; to_utf8 does what is left to do.
  std::string content_of(GMimePart* part, GMimeContentType* type, bool html) const {
    GMimeDataWrapper* const content = g_mime_part_get_content(part);
    if (content == nullptr) {
      return {};
    }
    const Owned<GMimeStream> memory(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, memory.get());
    GByteArray* const bytes = g_mime_stream_mem_get_byte_array(reinterpret_cast<GMimeStreamMem*>(memory.get()));
    std::string text(reinterpret_cast<const char*>(bytes->data), std::min<std::size_t>(bytes->len, limits_.text));
    const std::string charset = text_or_empty(g_mime_content_type_get_parameter(type, "charset"));
    return to_utf8_from(text, charset, html ? ArticleFormat::Html : ArticleFormat::Text).text;
  }

  FormLimits limits_;
  std::size_t parts_ = 0;
  std::optional<std::string> plain_;
  std::optional<std::string> html_;
};

// Without what is quoted of other messages ("> ..."), and what follows the mark of a signature.
std::string own_words(std::string_view text) {
  std::string own;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line == "-- " || line == "-- \r") {
      break;
    }
    if (!line.starts_with('>')) {
      own.append(line).append("\n");
    }
  }
  return own;
}

Date day_of(GMimeMessage* message) {
  GDateTime* const date = g_mime_message_get_date(message);
  return date == nullptr ? Date()
                         : fmt::format("{:04}-{:02}-{:02}", g_date_time_get_year(date), g_date_time_get_month(date),
                                       g_date_time_get_day_of_month(date));
}

Owned<GMimeMessage> parsed(std::string_view bytes) {
  static const bool ready = (g_mime_init(), true);
  static_cast<void>(ready);
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  g_mime_parser_set_format(parser.get(), bytes.starts_with("From ") ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE);
  return Owned<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
}

}  // namespace

Article read_mail(std::string_view bytes, const std::string& name, const FormLimits& limits) {
  const Owned<GMimeMessage> message = parsed(bytes);
  Bodies bodies(limits);
  if (message != nullptr) {
    bodies.visit(g_mime_message_get_mime_part(message.get()), 0);
  }
  if (!bodies.plain() && !bodies.html()) {
    throw Error(ErrorCode::BadFormat, name, "is mail without a text; expected a part that is text/plain or text/html");
  }
  Article article;
  article.title = text_or_empty(g_mime_message_get_subject(message.get()));
  article.date = day_of(message.get());
  const std::string address = text_or_empty(
      g_mime_object_get_header(reinterpret_cast<GMimeObject*>(message.get()), "Snapshot-Content-Location"));
  article.source = address.find("://") == std::string::npos ? std::string() : address;
  // What is written for reading is the plain text; but a browser saves a page as HTML.
  const bool html = !bodies.plain() || !article.source.empty();
  article.format = html ? ArticleFormat::Html : ArticleFormat::Text;
  article.text = html && bodies.html() ? *bodies.html() : own_words(*bodies.plain());
  return article;
}

#else

Article read_mail(std::string_view /*bytes*/, const std::string& name, const FormLimits& /*limits*/) {
  throw Error(ErrorCode::BadFormat, name,
              "is mail, which this program was built without (ENTENTE_WITH_MAIL); save its text, or the page as HTML");
}

#endif

}  // namespace entente::cli
