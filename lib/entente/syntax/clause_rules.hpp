// The rules that add the missing arguments of a clause, by its place in the sentence. Each adds edges to the graph of
// `clauses`, in which all clauses above t must be complete. Private to the room.
#pragma once

#include <entente/syntax/clauses.hpp>

namespace entente::inline v0_1 {

// t is a conjunct of first: "Xi visited Moscow and met Putin", "Xi has praised and thanked Putin".
void share_arguments(Clauses& clauses, TokenId first, TokenId t);

// t is a relative clause of antecedent: "the man who spoke", "the town that Russia took", "the minister whose aide
// spoke", "the town Russia took".
void complete_relative(Clauses& clauses, TokenId antecedent, TokenId t);

// t is an open complement: "Xi wants to visit", "Putin asked Xi to visit", "Biden called on Xi to act", "Xi seems
// ready".
void complete_xcomp(Clauses& clauses, TokenId governor, TokenId t);

// t is a clause that modifies a noun: "the man arrested by the police", "Xi, speaking in Moscow", "Xi's decision to
// visit Moscow".
void complete_acl(Clauses& clauses, TokenId noun, TokenId t);

// t is an adverbial clause: "Speaking in Moscow, Xi said", "Xi came to meet Putin", "Biden accused Russia of
// planning a war".
void complete_advcl(Clauses& clauses, TokenId governor, TokenId t);

}  // namespace entente
