#include "explanation.hpp"

#include <string_view>

#include <fmt/format.h>

#include <entente/actors/show.hpp>
#include <entente/mentions/mention_scores.hpp>
#include <entente/syntax/show.hpp>
#include <entente/tagging/show.hpp>

#include "listing.hpp"

namespace entente::cli {

namespace {

constexpr std::size_t Longest = 4000;  // columns of a line: a sentence may be a megabyte

std::string_view block_name(BlockKind kind) {
  constexpr std::string_view Names[] = {"title",  "heading", "paragraph", "caption",
                                        "byline", "credit",  "quote",     "list item"};
  return Names[static_cast<std::size_t>(kind)];
}

std::string line(std::string_view label, std::string_view text) {
  return text.empty() ? std::string() : fmt::format("  {:<10}{}\n", label, shortened(text, Longest));
}

// "Xi Jinping [person 0.98]"
std::string name_text(const Analysis& all, const Name& name) {
  return fmt::format("{} [{} {:.2f}]", all.document.view_tokens(name.tokens), name_kind_name(name.kind),
                     name.confidence);
}

std::string mention_line(const Analysis& all, const Mention& mention) {
  const std::string_view who = mention.actor == None ? "nobody" : std::string_view(all.actors.actors[mention.actor].id);
  return fmt::format("{} = {} ({}{}{}{})", all.document.view_tokens(mention.tokens), who,
                     mention_form_name(mention.form), mention.reason.empty() ? "" : ": ", mention.reason,
                     mention.confidence < 1.0F ? fmt::format("; {:.2f}", mention.confidence) : "");
}

std::string finding_line(const Analysis& all, const Finding& finding, const RelationTypes& types) {
  const auto id = [&](ActorId actor) {
    return actor == None ? std::string_view("nobody") : std::string_view(all.actors.actors[actor].id);
  };
  std::string kind = types.types[finding.type].name;
  if (finding.status != Status::Asserted) {
    kind += fmt::format("({})", status_name(finding.status));
  }
  std::string text = fmt::format("{} -{}-> {}  {:.2f} “{}”", id(finding.source), kind, id(finding.target),
                                 finding.confidence, finding.predicate);
  if (finding.speaker != None) {
    text += fmt::format(", says {}", id(finding.speaker));
  }
  if (finding.time) {
    text += fmt::format(", {} [{}..{}]", finding.time->text, finding.time->from, finding.time->to);
  }
  if (finding.inputs.model > 0.0F) {
    text += fmt::format("; read with {:.2f}", finding.inputs.model);
  }
  return finding.why.empty() ? text : text + "; " + finding.why;
}

// Walks names, mentions and findings, which stand in text order, along with the sentences.
class Explainer {
 public:
  Explainer(const Analysis& all, const RelationTypes& types) : all_(all), types_(types) {}

  std::string explain() {
    const Document& document = all_.document;
    text_ = fmt::format("{}{}{}\n", document.title.empty() ? document.id : document.title,
                        document.date.empty() ? "" : ", ", document.date);
    for (SentenceId s = 0; s < document.sentences.size(); ++s) {
      explain_sentence(s);
    }
    explain_actors();
    return std::move(text_);
  }

 private:
  void explain_sentence(SentenceId s) {
    const Sentence& sentence = all_.document.sentences[s];
    text_ += fmt::format("\n[{}] {}: {}\n", s + 1, block_name(all_.document.blocks[sentence.block].kind),
                         shortened(all_.document.view(sentence.text), Longest));
    text_ += line("words", show_tags(all_.document, all_.tagging, sentence.tokens));
    text_ += line("tree", show_tree(all_.document, all_.syntax, s));
    text_ += line("and", show_added(all_.document, all_.syntax, s));
    std::string found;
    for (const auto& names = all_.names.names; name_ < names.size() && names[name_].tokens.begin < sentence.tokens.end;
         ++name_) {
      found += (found.empty() ? "" : ", ") + name_text(all_, names[name_]);
    }
    text_ += line("names", found);
    text_ += line("mentions", show_mention_scores(all_.document, all_.mention_scores, sentence.tokens));
    const char* label = "actors";
    for (const auto& mentions = all_.actors.mentions;
         mention_ < mentions.size() && mentions[mention_].tokens.begin < sentence.tokens.end; ++mention_) {
      text_ += line(label, mention_line(all_, mentions[mention_]));
      label = "";
    }
    explain_findings("relations", all_.relations.findings, finding_, s);
    explain_findings("doubted", all_.relations.doubted, doubted_, s);
  }

  // The findings of sentence s; next: the first that was not shown yet.
  void explain_findings(const char* label, const std::vector<Finding>& findings, std::size_t& next, SentenceId s) {
    for (; next < findings.size() && findings[next].sentence <= s; ++next) {
      text_ += line(label, finding_line(all_, findings[next], types_));
      label = "";
    }
  }

  void explain_actors() {
    text_ += fmt::format("\n{} actors\n", all_.actors.actors.size());
    for (const ActorEntry& actor : all_.actors.actors) {
      text_ += fmt::format("  {} = {} ({}; {} mentions; salience {:.3f}){}{}\n", actor.id, actor.name,
                           actor_kind_name(actor.kind), actor.mentions.size(), actor.salience,
                           actor.description.empty() ? "" : ": ", actor.description);
    }
    if (!all_.actors.kind_decisions.empty()) {
      text_ += "\nkinds of names\n";
    }
    for (const KindDecision& name : all_.actors.kind_decisions) {
      text_ += fmt::format("  {}: {}; {}{}{}\n", name.name, actor_kind_name(name.kind), show_votes(name.votes),
                           name.reason.empty() ? "" : "; ", name.reason);
    }
  }

  const Analysis& all_;
  const RelationTypes& types_;
  std::string text_;
  std::size_t name_ = 0;
  std::size_t mention_ = 0;
  std::size_t finding_ = 0;
  std::size_t doubted_ = 0;
};

}  // namespace

std::string explanation(const Analysis& all, const RelationTypes& types) { return Explainer(all, types).explain(); }

}  // namespace entente::cli
