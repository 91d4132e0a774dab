#include <entente/relations/reading.hpp>

#include <algorithm>

#include <entente/base/letters.hpp>

namespace entente::inline v0_1 {

Reading::Reading(const Document& d, const Tagging& t, const Syntax& s, const Actors& a, const PredicateLexicon& l,
                 const StatusWords& sw)
    : SentenceView(d, t, s), actors(a), lexicon(l), status_words(sw), quotations(d, t) {
  const auto count = static_cast<TokenId>(d.tokens.size());
  words.resize(count);
  prepositions.assign(count, NoWord);
  verbs.resize(count);
  for (TokenId i = 0; i < count; ++i) {
    words[i] = word_of(i);
    verbs[i] = t.upos(i) == Upos::Verb;
    if (const auto verb = verb_in_disguise(i); verb != NoWord) {
      words[i] = verb;
      verbs[i] = true;
    }
  }
  for (TokenId i = 0; i < count; ++i) {
    if (s.deprels[i] == Deprel::Case && s.heads[i] != None && t.upos(i) != Upos::Part) {  // 's is a particle
      prepositions[s.heads[i]] = words[i];
    }
  }
  contexts.assign(d.sentences.size(), 0);
  std::uint8_t everywhere = 0;
  for (std::size_t i = 0; i < d.sentences.size(); ++i) {
    for (TokenId k = d.sentences[i].tokens.begin; k < d.sentences[i].tokens.end; ++k) {
      contexts[i] = static_cast<std::uint8_t>(contexts[i] | l.contexts(words[k]));
    }
    if (d.blocks.size() > d.sentences[i].block && d.blocks[d.sentences[i].block].kind == BlockKind::Title) {
      everywhere = static_cast<std::uint8_t>(everywhere | contexts[i]);
    }
  }
  for (auto& bits : contexts) {
    bits = static_cast<std::uint8_t>(bits | everywhere);
  }
}

WordId Reading::word_of(TokenId t) const {
  const auto& known = lexicon.words();
  const auto whole = tagging.lemma(t);
  const auto word = known.find(whole.substr(ex_prefix(whole)));  // an "ex-ally" is an ally that was
  const auto u = upos(t);
  if (u == Upos::Noun && form(before(t)) == "-" && head(before(t, 2)) == t) {  // "cease-fire"
    if (const auto joined = known.find(std::string(lemma(before(t, 2))).append(lemma(t))); joined != NoWord) {
      return joined;
    }
  }
  const auto written = form(t);
  const auto stem = [&](std::size_t ending) { return written.substr(0, written.size() - ending); };
  if (deprel(t) == Deprel::Case) {
    return u == Upos::Verb ? known.find(written) : word;  // "according to"
  }
  if (u == Upos::Verb && lexicon.verb_frames(word).empty() && written.size() > 4) {  // "shelled" → "shel"
    for (const std::string_view ending : {"ed", "d", "ing", "s", "es"}) {
      if (written.ends_with(ending)) {
        const auto other = known.find(stem(ending.size()));
        if (!lexicon.verb_frames(other).empty()) {
          return other;
        }
        const auto with_e = known.find(std::string(stem(ending.size())) + "e");  // "criticising"
        if (ending != "s" && !lexicon.verb_frames(with_e).empty()) {
          return with_e;
        }
      }
    }
  } else if (u == Upos::Noun && written.size() > 4 && written.ends_with("ies") && tagging.lemma(t).ends_with('s')) {
    const auto singular = known.find(std::string(stem(3)) + "y");  // "supplies"
    return singular != NoWord ? singular : word;
  } else if ((u == Upos::Noun || deprel(t) == Deprel::NmodDesc) && word == NoWord && written.size() > 3 &&
             written.ends_with('s')) {
    return known.find(stem(1));  // "troops" is its own lemma, and so may be the title of "Presidents Roe and Doe"
  }
  return word == NoWord && u == Upos::Verb ? known.find(written) : word;  // "happen", whose lemma a tagger may cut
}

WordId Reading::verb_in_disguise(TokenId t) const {
  const auto u = upos(t);
  if (u == Upos::Aux) {  // "China has Russia in its hands"
    return has_child(t, Deprel::Obj) ? lexicon.words().find(tagging.lemma(t)) : NoWord;
  }
  const bool between = has_child(t, Deprel::Nsubj) && has_child(t, Deprel::Obj);  // "Greece and Cyprus back Armenia"
  const bool noun = u == Upos::Noun || u == Upos::Propn || u == Upos::X;
  if (!noun && !(between && (u == Upos::Adv || u == Upos::Adj))) {
    return NoWord;
  }
  const bool clause = has_child(t, Deprel::Nsubj) && !has_child(t, Deprel::Cop);
  if (!has_child(t, Deprel::Obj) && !clause) {
    return NoWord;
  }
  const auto written = form(t);
  for (const std::string_view ending : {"s", "es", ""}) {
    if (written.size() > ending.size() + 1 && written.ends_with(ending)) {
      const auto word = lexicon.words().find(written.substr(0, written.size() - ending.size()));
      if (!lexicon.verb_frames(word).empty()) {
        return word;
      }
    }
  }
  return NoWord;
}

bool Reading::is_passive(TokenId verb) const {
  if (has_child(verb, Deprel::AuxPass)) {
    return true;
  }
  if (has_child(verb,
                Deprel::NsubjPass)) {  // "Roe, represented by Doe, sued Lee": the tree takes the wrong verb for it
    return features(verb).verb_form != VerbForm::Finite || !has_child(verb, Deprel::Obj);
  }
  if (has_child(verb, Deprel::Nsubj) || has_child(verb, Deprel::Aux)) {
    return false;
  }
  const Features& f = features(verb);
  return f.passive || (deprel(verb) == Deprel::Amod && f.tense == Tense::Past && f.verb_form == VerbForm::Participle);
}

}  // namespace entente
