// What every analysis must satisfy, whatever the text: layers of the right size that point inside the one before.
#pragma once

#include <cstddef>

#include <entente/pipeline.hpp>

namespace entente::fuzz {

// Ends the program (std::abort) where the condition does not hold.
void require(bool holds);

// The pipelines that the targets read with. Mostly the fast one: it tries some ten times as many texts, and what comes
// after the encoding is the same. Built when first asked for.
const Pipeline& fast_pipeline();
const Pipeline& accurate_pipeline();

// Tokens, sentences and blocks lie inside the text and inside each other.
void check_document(const Document& document);
// Every layer of the analysis; includes check_document.
void check_layers(const Analysis& all);

}  // namespace entente::fuzz
