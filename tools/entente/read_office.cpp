// DOCX (Office Open XML) and ODT (OpenDocument): zip archives of XML. Their paragraphs and headings become HTML.
#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include <entente/base/error.hpp>

#include "other_formats.hpp"

#ifdef ENTENTE_WITH_OFFICE
#include <libxml/xmlreader.h>
#include <zip.h>

#include <entente/text/block_marks.hpp>
#endif

namespace entente::cli {

#ifdef ENTENTE_WITH_OFFICE

namespace {

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseEntry {
  void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};
struct FreeReader {
  void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};

class Archive {
 public:
  Archive(std::string_view bytes, std::string name, const FormLimits& limits)
      : name_(std::move(name)), limits_(limits) {
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    archive_.reset(source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, nullptr));
    if (archive_ == nullptr) {
      zip_source_free(source);
      throw Error(ErrorCode::BadFormat, name_, "begins as an office document, but is damaged; save it anew");
    }
  }

  // Unpacked; nothing where there is no such file in the archive.
  std::optional<std::string> file(const char* path) const {
    const std::unique_ptr<zip_file_t, CloseEntry> entry(zip_fopen(archive_.get(), path, 0));
    if (entry == nullptr) {
      return std::nullopt;
    }
    std::string text;
    std::array<char, 16384> buffer = {};
    for (zip_int64_t got = 0; (got = zip_fread(entry.get(), buffer.data(), buffer.size())) != 0;) {
      if (got < 0) {
        throw Error(ErrorCode::BadFormat, name_, fmt::format("is damaged: {} in it cannot be unpacked", path));
      }
      text.append(buffer.data(), static_cast<std::size_t>(got));
      if (text.size() > limits_.text) {
        throw Error(ErrorCode::BadFormat, name_,
                    fmt::format("unpacks to more than {} MiB, which no article does", limits_.text >> 20U));
      }
    }
    return text;
  }

 private:
  std::string name_;
  FormLimits limits_;
  std::unique_ptr<zip_t, CloseArchive> archive_;
};

void append_escaped(std::string& html, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '<':
        html += "&lt;";
        break;
      case '&':
        html += "&amp;";
        break;
      default:
        html += c;
    }
  }
}

// Walks the XML of either format: paragraphs, their style, text, breaks. What a reviewer deleted, and notes, are left
// out.
class OfficeText {
 public:
  explicit OfficeText(const std::string& xml)
      : reader_(xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr,
                                   XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_RECOVER)) {}

  std::string html() {
    while (reader_ != nullptr && xmlTextReaderRead(reader_.get()) == 1) {
      step();
    }
    close_paragraph();
    return fmt::format("<html><body><article>{}</article></body></html>", html_);
  }

 private:
  std::string_view name() const {
    const auto* const local = reinterpret_cast<const char*>(xmlTextReaderConstLocalName(reader_.get()));
    return local == nullptr ? std::string_view() : std::string_view(local);
  }
  std::string attribute(const char* local) const {
    for (const char* const prefix : {"w:", "text:"}) {
      const std::string full = std::string(prefix) + local;
      const std::unique_ptr<xmlChar, void (*)(void*)> value(
          xmlTextReaderGetAttribute(reader_.get(), reinterpret_cast<const xmlChar*>(full.c_str())), xmlFree);
      if (value != nullptr) {
        return reinterpret_cast<const char*>(value.get());
      }
    }
    return {};
  }

  void step() {
    const int type = xmlTextReaderNodeType(reader_.get());
    const int depth = xmlTextReaderDepth(reader_.get());
    if (skip_below_ >= 0 && depth > skip_below_) {
      return;
    }
    skip_below_ = -1;
    if (type == XML_READER_TYPE_ELEMENT) {
      open(depth);
    } else if (type == XML_READER_TYPE_END_ELEMENT && (name() == "p" || name() == "h")) {
      close_paragraph();
    } else if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE ||
               type == XML_READER_TYPE_CDATA) {
      const auto* const text = reinterpret_cast<const char*>(xmlTextReaderConstValue(reader_.get()));
      if (in_paragraph_ && text != nullptr) {
        append_escaped(paragraph_, text);
      }
    }
  }

  void open(int depth) {
    constexpr std::array<std::string_view, 8> Skipped = {
        "del", "delText", "instrText", "note", "annotation", "comment", "tracked-changes", "footnoteReference"};
    const std::string_view element = name();
    if (std::find(Skipped.begin(), Skipped.end(), element) != Skipped.end()) {
      skip_below_ = depth;
    } else if (element == "p" || element == "h") {
      close_paragraph();
      in_paragraph_ = xmlTextReaderIsEmptyElement(reader_.get()) == 0;
      tag_ = element == "h" ? "h2" : "p";
      take_style(attribute("style-name"));
    } else if (element == "pStyle") {
      take_style(attribute("val"));
    } else if (element == "numPr" && tag_ == "p") {
      tag_ = "li";
    } else if (element == "br" || element == "line-break") {
      paragraph_ += "<br>";
    } else if (element == "tab" || element == "s") {
      paragraph_ += ' ';
    }
  }

  void take_style(const std::string& style) {
    if (style == "Title") {
      tag_ = "h1";
    } else if (style.starts_with("Heading") || style == "Subtitle") {
      tag_ = "h2";
    } else if (style == "Caption") {
      tag_ = "figcaption";
    } else if (style == "Quote" || style == "IntenseQuote" || style == "Quotations") {
      tag_ = "blockquote";
    }
  }

  void close_paragraph() {
    if (!paragraph_.empty()) {
      html_ += fmt::format("<{0}>{1}</{0}>\n", tag_, paragraph_);
    }
    paragraph_.clear();
    in_paragraph_ = false;
  }

  std::unique_ptr<xmlTextReader, FreeReader> reader_;
  std::string html_;
  std::string paragraph_;
  std::string tag_ = "p";
  bool in_paragraph_ = false;
  int skip_below_ = -1;  // depth of an element that is left out
};

// The text of an element of the document's description, by its local name.
std::string described(const std::string& xml, std::string_view wanted) {
  const std::unique_ptr<xmlTextReader, FreeReader> reader(
      xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr,
                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_RECOVER));
  while (reader != nullptr && xmlTextReaderRead(reader.get()) == 1) {
    const auto* const name = reinterpret_cast<const char*>(xmlTextReaderConstLocalName(reader.get()));
    if (xmlTextReaderNodeType(reader.get()) == XML_READER_TYPE_ELEMENT && name != nullptr && name == wanted) {
      const std::unique_ptr<xmlChar, void (*)(void*)> text(xmlTextReaderReadString(reader.get()), xmlFree);
      return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text.get()));
    }
  }
  return {};
}

}  // namespace

Article read_office(std::string_view bytes, const std::string& name, const FormLimits& limits) {
  const Archive archive(bytes, name, limits);
  std::optional<std::string> text = archive.file("word/document.xml");
  const bool word = text.has_value();
  if (!word) {
    text = archive.file("content.xml");
  }
  if (!text) {
    throw Error(
        ErrorCode::BadFormat, name,
        "is an archive without the text of a DOCX or ODT in it; unpack it, or save what it holds as text or HTML");
  }
  Article article;
  article.format = ArticleFormat::Html;
  article.text = OfficeText(*text).html();
  if (const auto description = archive.file(word ? "docProps/core.xml" : "meta.xml")) {
    article.title = described(*description, "title");
    static const BlockMarks marks;
    const std::string created = described(*description, word ? "created" : "creation-date");
    if (const auto date = find_date(created, marks)) {
      article.date = date->iso;
    }
  }
  return article;
}

#else

Article read_office(std::string_view /*bytes*/, const std::string& name, const FormLimits& /*limits*/) {
  throw Error(
      ErrorCode::BadFormat, name,
      "is an office document, which this program was built without (ENTENTE_WITH_OFFICE); save it as text or HTML");
}

#endif

}  // namespace entente::cli
