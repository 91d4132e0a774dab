#include <entente/graph/network.hpp>

namespace entente::inline v0_1 {

void Network::swap(Network& other) noexcept {
  // Swaps the three members of this kind of Boost.Graph, because its own swap copies both graphs. Edges are nodes of a
  // list, so that pointers to them in vertices and descriptors stay valid.
  m_edges.swap(other.m_edges);
  m_vertices.swap(other.m_vertices);
  m_property.swap(other.m_property);
  types_.swap(other.types_);
}

Network& Network::operator=(const Network& other) {
  Network copy(other);
  swap(copy);
  return *this;
}

Network& Network::operator=(Network&& other) noexcept {
  Network taken(std::move(other));
  swap(taken);
  return *this;
}

const RelationTypes& Network::relation_types() const { return types_ == nullptr ? shipped_relation_types() : *types_; }

}  // namespace entente
