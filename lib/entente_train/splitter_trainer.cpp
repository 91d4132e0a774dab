#include <entente_train/splitter_trainer.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <random>

#include <entente/base/error.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/atoms.hpp>
#include <entente/text/sentence_splitter.hpp>
#include <entente/text/split_model.hpp>
#include <entente/text/tokenizer.hpp>

namespace entente {

namespace {

// An open-addressed table as SplitModel reads it.
template <typename Slot>
class SlotTable {
 public:
  explicit SlotTable(std::uint32_t slots) : slots_(slots) {}

  // False where there is no room for it within the probes that readers make.
  bool put(std::uint64_t hash, Slot slot) {
    slot.tag = slot_tag(hash);
    for (std::size_t probe = 0; probe < MaxProbes; ++probe) {
      Slot& place = slots_[slot_of(hash, slots_.size()) + probe];
      if (place.tag == slot.tag) {
        return false;  // another feature of the same tag was here first
      }
      if (place.tag == 0) {
        place = slot;
        return true;
      }
    }
    return false;
  }
  const std::vector<Slot>& slots() const { return slots_; }

 private:
  std::vector<Slot> slots_;
};

using ClassCounts = std::map<std::uint64_t, std::map<std::uint16_t, std::uint32_t>>;

// The part of speech that a word mostly has, and a second one where that is as good as often seen.
std::uint16_t class_of(const std::map<std::uint16_t, std::uint32_t>& counts) {
  std::vector<std::pair<std::uint32_t, std::uint16_t>> ranked;
  std::uint32_t total = 0;
  for (const auto& [upos, count] : counts) {
    ranked.emplace_back(count, upos);
    total += count;
  }
  std::sort(ranked.begin(), ranked.end(),
            [](auto a, auto b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  const std::uint16_t second = ranked.size() > 1 && ranked[1].first * 5 >= total ? ranked[1].second + 1 : 0;
  return static_cast<std::uint16_t>((ranked[0].second + 1) | (second << 5U));
}

SlotTable<ClassSlot> word_classes(const std::vector<TreebankParagraph>& paragraphs, const SplitterOptions& options) {
  ClassCounts words;
  ClassCounts suffixes;
  for (const TreebankParagraph& paragraph : paragraphs) {
    for (const auto& sentence : paragraph.sentences) {
      for (const TreebankWord& word : sentence) {
        const auto upos = static_cast<std::uint16_t>(upos_of(word.upos));
        ++words[form_hash(word.form)][upos];
      }
    }
  }
  // Endings tell what rare words are: "-ly", "-ing". They are learned from the words that the table leaves out.
  const auto total = [](const auto& counts) {
    std::uint32_t sum = 0;
    for (const auto& [upos, count] : counts) {
      sum += count;
    }
    return sum;
  };
  for (const TreebankParagraph& paragraph : paragraphs) {
    for (const auto& sentence : paragraph.sentences) {
      for (const TreebankWord& word : sentence) {
        if (total(words[form_hash(word.form)]) < 6) {
          ++suffixes[feature(4, suffix_hash(word.form))][static_cast<std::uint16_t>(upos_of(word.upos))];
        }
      }
    }
  }
  SlotTable<ClassSlot> table(options.class_slots);
  for (const ClassCounts* all : {&words, &suffixes}) {
    for (const auto& [hash, counts] : *all) {
      if (total(counts) >= options.min_class_count) {
        table.put(hash, {0, class_of(counts)});
      }
    }
  }
  return table;
}

constexpr double Scale = 256.0;  // steps of the stored weights per unit of log-odds

// The larger weights first, so that what finds no room matters least.
SlotTable<WeightSlot> weight_table(std::vector<Logistic::Weight> weights, std::uint32_t slots) {
  std::stable_sort(weights.begin(), weights.end(),
                   [](const auto& a, const auto& b) { return std::abs(a.weight) > std::abs(b.weight); });
  SlotTable<WeightSlot> table(slots);
  const std::size_t room = std::size_t{slots} * 4 / 5;
  weights.resize(std::min(weights.size(), room));
  for (const Logistic::Weight& weight : weights) {
    const double steps = std::clamp(std::round(weight.weight * Scale), -32767.0, 32767.0);
    if (steps != 0.0) {
      table.put(weight.feature, {0, static_cast<std::int16_t>(steps)});
    }
  }
  return table;
}

std::vector<std::byte> payload(const SplitterHeader& header, const SlotTable<WeightSlot>& weights,
                               const SlotTable<ClassSlot>& classes) {
  std::vector<std::byte> out(sizeof header + weights.slots().size() * sizeof(WeightSlot) +
                             classes.slots().size() * sizeof(ClassSlot));
  std::byte* at = out.data();
  const auto append = [&at](const void* data, std::size_t size) {
    std::memcpy(at, data, size);
    at += size;
  };
  append(&header, sizeof header);
  append(weights.slots().data(), weights.slots().size() * sizeof(WeightSlot));
  append(classes.slots().data(), classes.slots().size() * sizeof(ClassSlot));
  return out;
}

// Takes the space away after some sentences, as pages do that run captions together: "… in May.The minister …".
void glue_sentences(std::vector<TreebankParagraph>& paragraphs, const SplitterOptions& options) {
  std::mt19937_64 random(options.seed);
  const auto chance = static_cast<std::uint64_t>(options.glue * 1e6);
  for (TreebankParagraph& paragraph : paragraphs) {
    for (auto& sentence : paragraph.sentences) {
      const bool drawn = random() % 1000000 < chance;
      const char last = sentence.back().form.back();
      if (drawn && (last == '.' || last == '?' || last == '!')) {
        sentence.back().space_after = false;
      }
    }
  }
}

void add_word_examples(const ParagraphText& paragraph, const Contractions& contractions, Logistic& examples) {
  std::vector<Atom> atoms;
  find_atoms(paragraph.text, {0, static_cast<std::uint32_t>(paragraph.text.size())}, contractions, atoms);
  WordGaps gaps(atoms);
  FeatureList features;
  for (std::size_t i = 1; i < atoms.size(); ++i) {
    gaps.move_to(i);
    const bool split =
        std::binary_search(paragraph.word_begins.begin(), paragraph.word_begins.end(), atoms[i].text.begin);
    if (WordGaps::is_open(atoms[i])) {
      gaps.features(features);
      examples.add(features.view(), split);
    }
    gaps.decide(split || atoms[i].space_before);
  }
}

void add_sentence_examples(const ParagraphText& paragraph, const SplitModel& model, Tokenizer& tokenizer,
                           Logistic& examples) {
  std::vector<Token> tokens;
  tokenizer.tokenize(paragraph.text, {0, static_cast<std::uint32_t>(paragraph.text.size())}, tokens);
  std::vector<TokenView> views;
  view_tokens(paragraph.text, tokens.data(), tokens.data() + tokens.size(), model, views);
  SentenceGaps gaps(views);
  FeatureList features;
  for (std::size_t i = 1; i < views.size(); ++i) {
    gaps.move_to(i);
    const bool begins =
        std::binary_search(paragraph.sentence_begins.begin(), paragraph.sentence_begins.end(), tokens[i].text.begin);
    if (!tokens[i].glued) {
      gaps.features(features);
      examples.add(features.view(), begins);
    }
    gaps.decide(begins);
  }
}

}  // namespace

std::vector<std::byte> train_splitter(std::vector<TreebankParagraph> paragraphs, const SplitterOptions& options) {
  const SlotTable<ClassSlot> classes = word_classes(paragraphs, options);
  glue_sentences(paragraphs, options);
  std::vector<ParagraphText> texts;
  texts.reserve(paragraphs.size());
  for (const TreebankParagraph& paragraph : paragraphs) {
    texts.push_back(paragraph_text(paragraph));
  }
  const Contractions contractions;
  Logistic words;
  for (const ParagraphText& text : texts) {
    add_word_examples(text, contractions, words);
  }
  const SplitterHeader header{options.weight_slots, options.class_slots, 0,
                              static_cast<std::int32_t>(-options.sentence_bias * Scale)};
  std::vector<Logistic::Weight> weights = words.train(options.words);
  // The sentences are learned from words as the word splitter finds them, not as the treebank has them.
  const std::vector<std::byte> only_words = payload(header, weight_table(weights, options.weight_slots), classes);
  const SplitModel model(only_words);
  const Abbreviations abbreviations;
  Tokenizer tokenizer(model, contractions, abbreviations);
  Logistic sentences;
  for (const ParagraphText& text : texts) {
    add_sentence_examples(text, model, tokenizer, sentences);
  }
  const std::vector<Logistic::Weight> more = sentences.train(options.sentences);
  weights.insert(weights.end(), more.begin(), more.end());
  return payload(header, weight_table(weights, options.weight_slots), classes);
}

}  // namespace entente
