// An optional the size of a pointer, for fields that are usually empty in records that exist by the million.
#pragma once

#include <memory>
#include <optional>
#include <utility>

namespace entente::inline v0_1 {

// Like std::optional, but as small as a pointer: the value, where there is one, is on the heap.
template <typename T>
class BoxedOptional {
 public:
  // Holds nothing.
  BoxedOptional() = default;
  // Holds nothing.
  BoxedOptional(std::nullopt_t /*nothing*/) {}
  // Holds the value.
  BoxedOptional(T value) : value_(std::make_unique<T>(std::move(value))) {}
  // Holds a copy of what the other holds.
  BoxedOptional(const std::optional<T>& value) : value_(value ? std::make_unique<T>(*value) : nullptr) {}
  BoxedOptional(const BoxedOptional& other) : value_(other ? std::make_unique<T>(*other) : nullptr) {}
  BoxedOptional(BoxedOptional&&) noexcept = default;
  // Takes over what the other holds.
  BoxedOptional& operator=(BoxedOptional other) noexcept {
    value_ = std::move(other.value_);
    return *this;
  }
  ~BoxedOptional() = default;

  // Whether it holds a value.
  bool has_value() const { return value_ != nullptr; }
  // The same.
  explicit operator bool() const { return has_value(); }
  // The value, which must be there.
  T& operator*() { return *value_; }
  // The value, which must be there.
  const T& operator*() const { return *value_; }
  // A member of the value, which must be there.
  T* operator->() { return value_.get(); }
  // A member of the value, which must be there.
  const T* operator->() const { return value_.get(); }

  friend bool operator==(const BoxedOptional& a, const BoxedOptional& b) {
    return a.has_value() == b.has_value() && (!a.has_value() || *a == *b);
  }

 private:
  std::unique_ptr<T> value_;
};

}  // namespace entente
