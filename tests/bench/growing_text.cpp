#include "growing_text.hpp"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <map>

#include <entente/base/files.hpp>

#include "cases/case_file.hpp"
#include "made_news.hpp"

namespace entente::bench {

namespace {

constexpr std::size_t NoName = std::numeric_limits<std::size_t>::max();

std::vector<Article> read_sources(const std::string& root) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(root + "/data/articles")) {
    paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Article> articles;
  for (const std::string& path : paths) {
    const bool html = path.ends_with(".html");
    const bool markdown = path.ends_with(".md");
    articles.push_back({.text = read_file(path),
                        .format = html       ? ArticleFormat::Html
                                  : markdown ? ArticleFormat::Markdown
                                             : ArticleFormat::Text});
  }
  for (const std::string& path : cases::find_case_files(root + "/tests/cases")) {
    for (const cases::Case& one : cases::load_cases(path)) {
      if (one.format == "text") {
        articles.push_back({.text = one.text});
      }
    }
  }
  return articles;
}

// The token of the mention that may have another name: a surname, or the one word of an organization; else None.
TokenId replaceable(const Analysis& all, const Mention& mention) {
  const ActorEntry& actor = all.actors.actors[mention.actor];
  const bool person = actor.kind == ActorKind::Person;
  const bool organization = actor.kind == ActorKind::Organisation && mention.name.size() == 1;
  if (mention.form != MentionForm::Name || mention.name.size() == 0 || !(person || organization)) {
    return None;
  }
  return mention.name.end - 1;
}

}  // namespace

GrowingText::GrowingText(const Pipeline& pipeline, const std::string& root) {
  for (const Article& article : read_sources(root)) {
    add(pipeline, article);
  }
}

void GrowingText::add(const Pipeline& pipeline, const Article& article) {
  const Analysis all = pipeline.analyze(article);
  std::map<TokenId, std::size_t> cuts;
  std::map<std::string, std::size_t, std::less<>> known;  // a name is the same throughout its article
  for (const Mention& mention : all.actors.mentions) {
    const TokenId token = replaceable(all, mention);
    if (token != None) {
      const std::string form(all.document.form(token));
      const auto [at, fresh] = known.emplace(form, names_.size());
      if (fresh) {
        names_.push_back(form);
      }
      cuts[token] = at->second;
    }
  }
  std::string words;
  for (const Block& block : all.document.blocks) {
    std::uint32_t from = block.text.begin;
    for (SentenceId s = block.sentences.begin; s < block.sentences.end; ++s) {
      const Span tokens = all.document.sentences[s].tokens;
      for (auto cut = cuts.lower_bound(tokens.begin); cut != cuts.end() && cut->first < tokens.end; ++cut) {
        const Span name = all.document.tokens[cut->first].text;
        words += all.document.view({from, name.begin});
        pieces_.push_back({std::move(words), cut->second});
        words.clear();
        from = name.end;
      }
    }
    words += all.document.view({from, block.text.end});
    words += "\n\n";
  }
  pieces_.push_back({std::move(words), NoName});
}

std::string GrowingText::text(std::size_t bytes, bool fresh) const {
  std::string out;
  out.reserve(bytes + 100);
  for (std::size_t round = 0; out.size() < bytes; ++round) {
    for (std::size_t p = 0; p < pieces_.size() && out.size() < bytes; ++p) {
      out += pieces_[p].words;
      if (pieces_[p].name != NoName) {
        const std::size_t name = pieces_[p].name;
        out += fresh && round > 0 ? made_up_name(round * names_.size() + name) : names_[name];
      }
    }
  }
  return out;
}

}  // namespace entente::bench
