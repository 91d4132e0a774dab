// Whom pronouns and descriptions mean, on GUM: evaluate_coreference GUM.conllu [--verbose]
// Over the gold clusters of persons, organisations and places that have a name in the document: the share of their
// pronouns and descriptions that the actors give to the actor of the cluster's names, and of those given to any actor,
// the share that is right. Last, of all that our actors take to be them, whatever they mean, the share that is right.
// The words and sentences are the treebank's; tags, trees and names are ours.
#include <cstdio>
#include <exception>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/base/files.hpp>
#include <entente/formats/conllu.hpp>
#include <entente/pipeline.hpp>

#include <entente_train/gum_entities.hpp>

namespace {

using entente::ActorId;
using entente::Actors;
using entente::None;
using entente::Span;
using entente::TokenId;
using entente::Treebank;
using entente::train::GoldMention;

struct Tally {
  int due = 0;
  int given = 0;
  int right = 0;
};

ActorId actor_of(const Actors& actors, const GoldMention& mention, TokenId first) {
  const auto head = mention.head - first;
  const Span tokens{mention.tokens.begin - first, mention.tokens.end - first};
  ActorId inside = None;
  for (const auto& it : actors.mentions) {
    if (it.head == head || it.tokens == tokens) {
      return it.actor;
    }
    if (!it.name.empty() && it.name.contains(head)) {
      inside = it.actor;
    }
  }
  return inside;
}

class Evaluation {
 public:
  Evaluation(const std::string& model, bool verbose) : pipeline_({.model = model}), verbose_(verbose) {}

  void document(const Treebank& treebank, Span sentences) {
    const auto analysis = pipeline_.analyze(entente::train::document_of(treebank, sentences));
    const TokenId first = treebank.document.sentences[sentences.begin].tokens.begin;
    std::map<std::string, std::vector<GoldMention>> clusters;
    for (const GoldMention& mention : entente::train::gum_mentions(treebank, sentences)) {
      clusters[mention.cluster].push_back(mention);
    }
    std::map<TokenId, ActorId> meant;
    for (const auto& [id, mentions] : clusters) {
      const ActorId ours = named_actor(analysis.actors, mentions, first);
      for (const GoldMention& mention : mentions) {
        if (ours != None) {
          meant[mention.head - first] = ours;
        }
      }
      cluster(treebank, analysis, first, mentions, ours);
    }
    for (const auto& it : analysis.actors.mentions) {
      claim(treebank, analysis, first, it, meant);
    }
  }

  void print() const {
    print("pronouns", pronouns_);
    print("descriptions", descriptions_);
    print("both", {pronouns_.due + descriptions_.due, pronouns_.given + descriptions_.given,
                   pronouns_.right + descriptions_.right});
    print("I, we, you", speakers_);
    print("our pronouns", claimed_pronouns_);
    print("our descriptions", claimed_descriptions_);
  }

 private:
  // The actor that most of the names are given to.
  static ActorId named_actor(const Actors& actors, const std::vector<GoldMention>& mentions, TokenId first) {
    std::map<ActorId, int> votes;
    for (const GoldMention& mention : mentions) {
      const ActorId actor = mention.named ? actor_of(actors, mention, first) : None;
      votes[actor] += actor == None ? 0 : 1;
    }
    ActorId ours = None;
    int most = 0;
    for (const auto& [actor, count] : votes) {
      if (count > most) {
        ours = actor;
        most = count;
      }
    }
    return ours;
  }

  // A pronoun or description of ours, right or not.
  void claim(const Treebank& treebank, const entente::Analysis& analysis, TokenId first, const entente::Mention& it,
             const std::map<TokenId, ActorId>& meant) {
    const bool pronoun = it.form == entente::MentionForm::Pronoun;
    const auto& features = treebank.tagging.features(it.head + first);
    const bool third = !pronoun || features.person == entente::Person::Third;
    if (it.actor == None || !third || (!pronoun && it.form != entente::MentionForm::Description)) {
      return;
    }
    Tally& tally = pronoun ? claimed_pronouns_ : claimed_descriptions_;
    const auto at = meant.find(it.head);
    const bool right = at != meant.end() && at->second == it.actor;
    ++tally.due;
    ++tally.given;
    tally.right += right ? 1 : 0;
    if (verbose_ && at == meant.end()) {
      const auto s = treebank.document.sentence_of(it.head + first);
      fmt::print("STRAY {} {}: {} ({}) | {}\n", treebank.sent_ids[s], treebank.document.form(it.head + first),
                 analysis.actors.actors[it.actor].id, it.reason,
                 treebank.document.view(treebank.document.sentences[s].text));
    }
  }

  void cluster(const Treebank& treebank, const entente::Analysis& analysis, TokenId first,
               const std::vector<GoldMention>& mentions, ActorId ours) {
    const auto& type = mentions.front().type;
    if (type != "person" && type != "organization" && type != "place") {
      return;
    }
    bool named = false;
    for (const GoldMention& mention : mentions) {
      named = named || mention.named;
    }
    if (!named) {
      return;
    }
    for (const GoldMention& mention : mentions) {
      if (!mention.named) {
        count(treebank, analysis, mention, ours, actor_of(analysis.actors, mention, first));
      }
    }
  }

  void count(const Treebank& treebank, const entente::Analysis& analysis, const GoldMention& mention, ActorId ours,
             ActorId given) {
    const bool pronoun = treebank.tagging.upos(mention.head) == entente::Upos::Pron ||
                         treebank.tagging.upos(mention.head) == entente::Upos::Det;
    const auto person = treebank.tagging.features(mention.head).person;
    const bool speaker = pronoun && (person == entente::Person::First || person == entente::Person::Second);
    Tally& tally = speaker ? speakers_ : pronoun ? pronouns_ : descriptions_;
    ++tally.due;
    tally.given += given != None ? 1 : 0;
    tally.right += given != None && given == ours ? 1 : 0;
    if (verbose_ && (given == None || given != ours)) {
      const auto name = [&](ActorId id) { return id == None ? "-" : analysis.actors.actors[id].id; };
      const auto s = treebank.document.sentence_of(mention.head);
      fmt::print("{} {}: gold {} ({}), given {} | {}\n", treebank.sent_ids[s],
                 treebank.document.view_tokens(mention.tokens), name(ours), mention.type, name(given),
                 treebank.document.view(treebank.document.sentences[s].text));
    }
  }

  static void print(const char* what, const Tally& tally) {
    const auto percent = [](int a, int b) { return b == 0 ? 0.0 : 100.0 * a / b; };
    fmt::print("{:16} {:5}  right {:5.1f} %  of those given to an actor {:5.1f} % ({})\n", what, tally.due,
               percent(tally.right, tally.due), percent(tally.right, tally.given), tally.given);
  }

  entente::Pipeline pipeline_;
  bool verbose_;
  Tally pronouns_;
  Tally descriptions_;
  Tally claimed_pronouns_;
  Tally claimed_descriptions_;
  Tally speakers_;  // of the first and second person: in talks without the names of the speakers nobody can tell
};

void evaluate(const std::string& path, const std::string& model, bool verbose) {
  const Treebank treebank = entente::read_conllu(entente::read_file(path), path);
  Evaluation evaluation(model, verbose);
  for (const Span document : entente::train::documents_of(treebank)) {
    evaluation.document(treebank, document);
  }
  evaluation.print();
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Scores whom pronouns and descriptions mean, on a treebank with GUM's entities.");
  app.footer("Example: evaluate_coreference gum-dev.conllu");
  std::string gold;
  std::string model = "accurate";
  bool verbose = false;
  app.add_option("gold", gold, "the .conllu file with Entity= in its MISC column")->required();
  app.add_option("--model", model, "accurate, fast, or a model file");
  app.add_flag("--verbose", verbose, "print every mention that is not right");
  CLI11_PARSE(app, argc, argv);
  try {
    evaluate(gold, model, verbose);
  } catch (const std::exception& error) {
    fmt::print(stderr, "evaluate_coreference: {}\n", error.what());
    return 1;
  }
  return 0;
}
