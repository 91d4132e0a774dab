#include <entente_train/bio.hpp>

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/base/rows.hpp>
#include <entente/text/from_words.hpp>

namespace entente::train {

namespace {

class BioReader {
 public:
  BioReader(std::string_view text, const std::string& where) : text_(text), where_(where) {}

  EntityBank read() {
    while (!text_.empty()) {
      const std::string_view line = text_.substr(0, text_.find('\n'));
      text_.remove_prefix(std::min(text_.size(), line.size() + 1));
      ++line_;
      read_line(trimmed(line));
    }
    end_document();
    return std::move(bank_);
  }

 private:
  void read_line(std::string_view line) {
    if (line.empty()) {
      end_sentence();
    } else if (line.starts_with("# newdoc") || line.starts_with("-DOCSTART-")) {
      end_document();
    } else if (line.starts_with("# text = ")) {
      written_ = line.substr(9);
    } else if (line.front() != '#' || line.size() == 1 || line[1] != ' ') {
      read_word(line);
    }
  }

  void read_word(std::string_view line) {
    const bool tabs = line.find('\t') != std::string_view::npos;
    const std::vector<std::string_view> columns = split(line, tabs ? '\t' : ' ');
    const std::size_t form = tabs && columns.size() > 2 ? 1 : 0;
    if (columns.size() < form + 2) {
      throw Error(ErrorCode::BadFormat, {.file = where_,
                                         .line = line_,
                                         .problem = fmt::format("found \"{}\"", line),
                                         .expected = "a word and its tag"});
    }
    add_tag(tabs ? columns[form + 1] : columns.back());
    sentence_.words.push_back({std::string(columns[form]), space_follows(columns[form]), false});
    ++tokens_;
  }

  // Follows the words through the sentence as it is written; with a space after each where it is not told.
  bool space_follows(std::string_view form) {
    if (!written_.starts_with(form)) {
      written_ = {};
      return true;
    }
    written_.remove_prefix(form.size());
    const bool space = written_.empty() || written_.front() == ' ';
    written_ = trimmed(written_);
    return space;
  }

  void add_tag(std::string_view tag) {
    if (tag.size() < 3 || tag[1] != '-' || (tag[0] != 'B' && tag[0] != 'I')) {
      if (tag != "O") {
        throw Error(ErrorCode::BadFormat, {.file = where_,
                                           .line = line_,
                                           .problem = fmt::format("found '{}'", tag),
                                           .expected = "O, B-TYPE or I-TYPE"});
      }
      open_ = false;
      return;
    }
    const std::string_view type = tag.substr(2);
    const auto document = static_cast<std::uint32_t>(bank_.documents.size());
    if (tag[0] == 'I' && open_ && bank_.entities.back().type == type) {
      ++bank_.entities.back().tokens.end;
    } else {
      bank_.entities.push_back({document, {tokens_, tokens_ + 1}, std::string(type)});
      open_ = true;
    }
  }

  void end_sentence() {
    open_ = false;
    written_ = {};
    if (!sentence_.words.empty()) {
      sentence_.new_block = sentences_.empty();
      sentences_.push_back(std::move(sentence_));
      sentence_ = {};
    }
  }

  void end_document() {
    end_sentence();
    if (!sentences_.empty()) {
      bank_.documents.push_back(document_from_words(sentences_));
      bank_.documents.back().source = where_;
      sentences_.clear();
      tokens_ = 0;
    }
  }

  std::string_view text_;
  const std::string& where_;
  std::size_t line_ = 0;
  EntityBank bank_;
  std::vector<WordSentence> sentences_;
  WordSentence sentence_;
  std::string_view written_;  // what of "# text" is still to come
  std::uint32_t tokens_ = 0;  // of the document so far
  bool open_ = false;
};

}  // namespace

EntityBank read_bio(std::string_view text, const std::string& where) { return BioReader(text, where).read(); }

std::vector<Metric> score_entities(const std::vector<Entity>& gold, const std::vector<Entity>& system) {
  std::map<std::string, Metric> by_type;
  Metric all{"all", gold.size(), system.size(), 0};
  for (const Entity& entity : gold) {
    ++by_type[entity.type].gold;
  }
  for (const Entity& entity : system) {
    Metric& metric = by_type[entity.type];
    ++metric.system;
    if (std::binary_search(gold.begin(), gold.end(), entity)) {
      ++metric.correct;
      ++all.correct;
    }
  }
  std::vector<Metric> out;
  for (auto& [type, metric] : by_type) {
    metric.name = type;
    out.push_back(metric);
  }
  out.push_back(all);
  return out;
}

}  // namespace entente::train
