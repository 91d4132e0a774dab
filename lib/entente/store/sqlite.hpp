// SQLite's C interface as values: a connection and its statements. For the files of this room.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace entente::inline v0_1::sqlite {

// What a statement that gives bytes takes instead of text.
struct Blob {
  std::string_view bytes;
};

class Database;

// A prepared statement. Its database must outlive it. What fails throws Error that names the file.
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

  // Moves to the next row; false after the last.
  bool step();
  // Runs a statement that gives no rows.
  void run();
  // Runs a statement that inserts, and gives the number of the row.
  std::int64_t insert();
  void reset();

  // The columns of the row, from 0. Views hold until the next step.
  std::int64_t whole(int column) const;
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

// One connection to one file. Not for use by several threads at once.
class Database {
 public:
  // Create makes the file where there is none. Throws Error: NotFound, NotReadable, BadFormat.
  Database(std::string path, Access access);

  // Runs statements that give no rows.
  void run(const char* sql) const;
  // The same of a statement that SQLite itself does not wait for when another program is in its way.
  void run_patiently(const char* sql) const;
  // The first column of the only row of a query.
  std::int64_t whole(std::string_view sql) const;
  std::int64_t changes() const;
  sqlite3* handle() const { return handle_.get(); }
  const std::string& path() const { return path_; }
  // Throws the Error that SQLite's result stands for.
  [[noreturn]] void fail(int result) const;

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  std::string path_;
  std::unique_ptr<sqlite3, Close> handle_;
};

// Begins a transaction that writes; what was not committed when it goes is undone.
class Transaction {
 public:
  // Waits for another writer to end, up to a minute; throws Error (NotReadable) after that.
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
