// A list of at most N elements, without heap memory. Elements after the N-th are dropped, which bounds the work on
// hostile text, where a thousand names may be joined by "and".
#pragma once

#include <array>
#include <cstddef>

namespace entente::inline v0_1 {

template <typename T, std::size_t N>
class BoundedList {
 public:
  void push(const T& value) {
    if (size_ < N) {
      items_[size_++] = value;
    }
  }
  // Drops all but the first `size` elements.
  void cut(std::size_t size) { size_ = size; }
  bool full() const { return size_ == N; }
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }
  const T& operator[](std::size_t i) const { return items_[i]; }
  T& operator[](std::size_t i) { return items_[i]; }
  const T* begin() const { return items_.data(); }
  const T* end() const { return items_.data() + size_; }
  T* begin() { return items_.data(); }
  T* end() { return items_.data() + size_; }

 private:
  std::array<T, N> items_;
  std::size_t size_ = 0;
};

}  // namespace entente
