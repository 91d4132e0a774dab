#include <iterator>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <entente/formats/conllu.hpp>

namespace entente::inline v0_1 {

namespace {

class ConlluWriter {
 public:
  ConlluWriter(const Document& document, const Tagging& tagging, const Syntax& syntax, const ConlluOptions& options)
      : document_(document), tagging_(tagging), syntax_(syntax), options_(options) {}

  std::string write() {
    if (options_.enhanced) {
      index_edges();
    }
    for (SentenceId s = 0; s < document_.sentences.size(); ++s) {
      if (!document_.sentences[s].tokens.empty()) {
        write_sentence(s);
      }
    }
    return std::move(out_);
  }

 private:
  template <typename... Args>
  void print(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
  }

  // Indexes the added edges by their dependents; syntax_.added is sorted by their heads.
  void index_edges() {
    above_begin_.assign(syntax_.heads.size() + 1, 0);
    for (const EnhancedArc& arc : syntax_.added) {
      ++above_begin_[arc.dependent + 1];
    }
    for (std::size_t t = 0; t < syntax_.heads.size(); ++t) {
      above_begin_[t + 1] += above_begin_[t];
    }
    std::vector<std::uint32_t> next(above_begin_.begin(), above_begin_.end() - 1);
    above_.resize(syntax_.added.size());
    for (std::uint32_t i = 0; i < syntax_.added.size(); ++i) {
      above_[next[syntax_.added[i].dependent]++] = i;
    }
  }

  void write_sentence(SentenceId s) {
    const Sentence& sentence = document_.sentences[s];
    write_comments(s);
    for (TokenId t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const bool inside = document_.tokens[t].glued && t > sentence.tokens.begin;
      if (!inside) {
        range_end_ = t + 1;
        while (range_end_ < sentence.tokens.end && document_.tokens[range_end_].glued) {
          ++range_end_;
        }
        if (range_end_ > t + 1) {
          write_range({t, range_end_}, sentence.tokens.begin);
        }
      }
      write_word(t, sentence.tokens.begin, range_end_ > t + 1 || inside);
    }
    out_ += '\n';
  }

  void write_comments(SentenceId s) {
    const Sentence& sentence = document_.sentences[s];
    const std::string_view name = document_.id.empty() ? std::string_view("entente") : std::string_view(document_.id);
    if (s < options_.documents.size() ? s == 0 || options_.documents[s] != options_.documents[s - 1] : s == 0) {
      print("# newdoc id = {}\n", s < options_.documents.size() ? std::string_view(options_.documents[s]) : name);
    }
    if (s == 0) {
      write_metadata();
    }
    if (s == 0 || sentence.block != document_.sentences[s - 1].block) {
      out_ += "# newpar\n";
    }
    if (s < options_.sent_ids.size() && !options_.sent_ids[s].empty()) {
      print("# sent_id = {}\n", options_.sent_ids[s]);
    } else {
      print("# sent_id = {}-{}\n", name, s + 1);
    }
    out_ += "# text = ";
    for (TokenId t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      write_form(document_.form(t));
      out_ += document_.tokens[t].space_after && t + 1 < sentence.tokens.end ? " " : "";
    }
    out_ += '\n';
  }

  // The keys are those of the Georgetown University Multilayer corpus (GUM).
  void write_metadata() {
    if (!document_.title.empty()) {
      out_ += "# meta::title = ";
      write_form(document_.title);
      out_ += '\n';
    }
    if (!document_.date.empty()) {
      print("# meta::dateCreated = {}\n", document_.date);
    }
  }

  // Writes spaces for tabs and line breaks, which would end the column.
  void write_form(std::string_view form) {
    for (const char c : form) {
      out_ += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
    }
    out_ += form.empty() ? "_" : "";
  }

  void write_range(Span tokens, TokenId first) {
    print("{}-{}\t", tokens.begin - first + 1, tokens.end - first);
    for (TokenId t = tokens.begin; t < tokens.end; ++t) {
      write_form(document_.form(t));
    }
    print("\t_\t_\t_\t_\t_\t_\t_\t{}\n", document_.tokens[tokens.end - 1].space_after ? "_" : "SpaceAfter=No");
  }

  void write_word(TokenId t, TokenId first, bool inside) {
    print("{}\t", t - first + 1);
    write_form(document_.form(t));
    out_ += '\t';
    write_form(tagging_.lemma(t));
    const std::string& features = tagging_.bundles[tagging_.tags[t].bundle].text;
    const TokenId head = syntax_.heads[t];
    print("\t{}\t_\t{}\t{}\t{}\t", upos_name(tagging_.upos(t)), features.empty() ? "_" : features,
          head == None ? 0 : head - first + 1, deprel_name(syntax_.deprels[t]));
    write_deps(t, first);
    print("\t{}\n", inside || document_.tokens[t].space_after ? "_" : "SpaceAfter=No");
  }

  // Writes the column DEPS, sorted by head with the root first, as the format demands.
  void write_deps(TokenId t, TokenId first) {
    if (!options_.enhanced) {
      out_ += '_';
      return;
    }
    const TokenId head = syntax_.heads[t];
    bool basic_done = false;
    bool is_first = true;
    const auto write = [&](TokenId h, Deprel deprel) {
      print("{}{}:{}", is_first ? "" : "|", h == None ? 0 : h - first + 1, deprel_name(deprel));
      is_first = false;
    };
    const auto write_basic = [&] {
      write(head, syntax_.deprels[t]);
      basic_done = true;
    };
    if (head == None) {
      write_basic();
    }
    for (std::uint32_t i = above_begin_[t]; i < above_begin_[t + 1]; ++i) {
      const EnhancedArc& arc = syntax_.added[above_[i]];
      if (!basic_done && (head < arc.head || (head == arc.head && syntax_.deprels[t] < arc.deprel))) {
        write_basic();
      }
      write(arc.head, arc.deprel);
    }
    if (!basic_done) {
      write_basic();
    }
  }

  const Document& document_;
  const Tagging& tagging_;
  const Syntax& syntax_;
  const ConlluOptions& options_;
  std::string out_;
  std::vector<std::uint32_t> above_begin_;  // by token: where its edges begin in above_
  std::vector<std::uint32_t> above_;        // indexes into syntax_.added, by dependent
  TokenId range_end_ = 0;                   // of the multiword token
};

}  // namespace

std::string write_conllu(const Document& document, const Tagging& tagging, const Syntax& syntax,
                         const ConlluOptions& options) {
  return ConlluWriter(document, tagging, syntax, options).write();
}

}  // namespace entente
