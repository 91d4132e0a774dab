#include <entente_train/treebank_text.hpp>

#include <array>
#include <charconv>
#include <string_view>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/base/files.hpp>

namespace entente {

namespace {

constexpr std::size_t Columns = 10;

struct Row {
  std::array<std::string_view, Columns> cells;
  bool space_after() const { return cells[9].find("SpaceAfter=No") == std::string_view::npos; }
};

Row split_row(std::string_view line, const std::string& path, std::size_t number) {
  Row row;
  for (std::size_t i = 0; i < Columns; ++i) {
    const std::size_t tab = line.find('\t');
    row.cells[i] = line.substr(0, tab);
    if ((tab == std::string_view::npos) != (i + 1 == Columns)) {
      throw Error(ErrorCode::BadFormat,
                  {.file = path,
                   .line = number,
                   .problem = fmt::format("found {} columns", i + 1 == Columns ? "too many" : "too few"),
                   .expected = "the ten of CoNLL-U"});
    }
    line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
  }
  return row;
}

std::size_t number_of(std::string_view text) {
  std::size_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

class TreebankReader {
 public:
  explicit TreebankReader(const std::string& path) : path_(path) {}

  std::vector<TreebankParagraph> read(std::string_view content) {
    std::size_t number = 0;
    while (!content.empty()) {
      const std::string_view line = content.substr(0, content.find('\n'));
      content.remove_prefix(std::min(content.size(), line.size() + 1));
      take(line, ++number);
    }
    end_sentence();
    return std::move(paragraphs_);
  }

 private:
  void take(std::string_view line, std::size_t number) {
    if (line.empty()) {
      end_sentence();
    } else if (line.starts_with('#')) {
      const bool document = line.starts_with("# newdoc");
      if (document || line == "# newpar" || line.starts_with("# newpar ")) {
        begin_paragraph(document);
      }
    } else {
      take_row(split_row(line, path_, number));
    }
  }

  void begin_paragraph(bool document) {
    new_document_ = new_document_ || document;
    new_paragraph_ = true;
  }

  void take_row(const Row& row) {
    const std::string_view id = row.cells[0];
    if (id.find('.') != std::string_view::npos) {
      return;
    }
    const std::size_t dash = id.find('-');
    if (dash != std::string_view::npos) {
      range_end_ = number_of(id.substr(dash + 1));
      range_first_ = words_.size();
      range_form_ = row.cells[1];
      range_space_ = row.space_after();
      return;
    }
    const bool in_range = range_end_ != 0;
    words_.push_back({std::string(row.cells[1]), std::string(row.cells[3]), !in_range && row.space_after()});
    if (in_range && number_of(id) == range_end_) {
      end_range();
    }
  }

  void end_range() {
    std::string joined;
    for (std::size_t i = range_first_; i < words_.size(); ++i) {
      joined += words_[i].form;
    }
    if (joined != range_form_) {
      words_.resize(range_first_ + 1);
      words_.back().form = range_form_;
    }
    words_.back().space_after = range_space_;
    range_end_ = 0;
  }

  void end_sentence() {
    if (words_.empty()) {
      return;
    }
    if (new_paragraph_ || paragraphs_.empty()) {
      paragraphs_.push_back({{}, new_document_});
      new_paragraph_ = false;
      new_document_ = false;
    }
    paragraphs_.back().sentences.push_back(std::move(words_));
    words_.clear();
  }

  const std::string& path_;
  std::vector<TreebankParagraph> paragraphs_;
  std::vector<TreebankWord> words_;
  bool new_paragraph_ = false;
  bool new_document_ = false;
  std::size_t range_end_ = 0;
  std::size_t range_first_ = 0;
  std::string range_form_;
  bool range_space_ = true;
};

}  // namespace

std::vector<TreebankParagraph> read_treebank_text(const std::string& path) {
  return TreebankReader(path).read(read_file(path));
}

ParagraphText paragraph_text(const TreebankParagraph& paragraph) {
  ParagraphText out;
  for (const std::vector<TreebankWord>& sentence : paragraph.sentences) {
    out.sentence_begins.push_back(static_cast<std::uint32_t>(out.text.size()));
    for (const TreebankWord& word : sentence) {
      out.word_begins.push_back(static_cast<std::uint32_t>(out.text.size()));
      out.text += word.form;
      out.word_ends.push_back(static_cast<std::uint32_t>(out.text.size()));
      if (word.space_after) {
        out.text += ' ';
      }
    }
  }
  return out;
}

}  // namespace entente
