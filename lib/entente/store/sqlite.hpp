// A C++ interface to SQLite: a connection and its statements. Private to the room.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

struct sqlite3;
struct sqlite3_stmt;

namespace entente::inline v0_1::sqlite {

// Bytes to bind as a BLOB instead of text.
struct Blob {
  std::string_view bytes;
};

class Database;

// A prepared statement. Its database must outlive it. Failures throw Error with the file.
class Statement {
 public:
  Statement(const Database& database, std::string_view sql);

  // Binds all values from the first on and makes the statement ready to run again.
  template <typename... Values>
  Statement& bind(const Values&... values) {
    reset();
    int at = 0;
    (bind_one(++at, values), ...);
    return *this;
  }
  // Binds one value, counted from 1.
  void bind_one(int at, std::string_view text);
  void bind_one(int at, const std::string& text) { bind_one(at, std::string_view(text)); }
  void bind_one(int at, const char* text) { bind_one(at, std::string_view(text)); }
  void bind_one(int at, Blob blob);
  void bind_one(int at, std::int64_t value);
  void bind_one(int at, double value);
  void bind_one(int at, std::nullptr_t nothing);
  // An enumerator is stored as its number, also an ArticleNumber or an ActorNumber.
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void bind_one(int at, Enum value) { bind_one(at, static_cast<std::int64_t>(value)); }

  // Moves to the next row; false after the last.
  bool step();
  // Runs a statement without rows.
  void run();
  // Runs an insert statement and returns the number of the row.
  std::int64_t insert();
  void reset();

  // The columns of the row, from 0. Views hold until the next step.
  std::int64_t whole(int column) const;
  // The enumerator that bind_one stored.
  template <typename Enum>
  requires std::is_enum_v<Enum> Enum as(int column)
  const { return static_cast<Enum>(whole(column)); }
  double real(int column) const;
  std::string_view view(int column) const;  // of text and of blobs
  std::string text(int column) const { return std::string(view(column)); }
  bool is_null(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  const Database* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

// How a file is opened.
enum class Access : std::uint8_t { Read, Write, Create };

// A connection to a file. Not thread-safe.
class Database {
 public:
  // Create makes the file if it does not exist. Throws Error: NotFound, NotReadable, BadFormat.
  Database(std::string path, Access access);

  // Runs statements without rows.
  void run(const char* sql) const;
  // The same for a statement with which SQLite does not wait for locks of other programs.
  void run_patiently(const char* sql) const;
  // The first column of the only row of a query.
  std::int64_t whole(std::string_view sql) const;
  std::int64_t changes() const;
  sqlite3* handle() const { return handle_.get(); }
  const std::string& path() const { return path_; }
  // Throws the Error for a result of SQLite.
  [[noreturn]] void fail(int result) const;

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  std::string path_;
  std::unique_ptr<sqlite3, Close> handle_;
};

// A write transaction; the destructor rolls it back unless it was committed.
class Transaction {
 public:
  // Waits up to a minute for another writer, then throws Error (NotReadable).
  explicit Transaction(const Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  const Database& database_;
  bool open_ = true;
};

}  // namespace entente::sqlite
