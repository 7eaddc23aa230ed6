#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include "input/decompress.h"
#include "input/read_all.h"

namespace wirecut::test {
namespace {

std::string gzip(const std::string& bytes) {
  z_stream state{};
  deflateInit2(&state, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&state, bytes.size()), '\0');
  state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  state.avail_in = static_cast<uInt>(bytes.size());
  state.next_out = reinterpret_cast<Bytef*>(out.data());
  state.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&state, Z_FINISH), Z_STREAM_END);
  out.resize(state.total_out);
  deflateEnd(&state);
  return out;
}

std::string zstd(const std::string& bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 1));
  return out;
}

// A frame of blocks, each of which ends with one of `parts`.
std::string zstd_blocks(const std::vector<std::string>& parts) {
  ZSTD_CCtx* state = ZSTD_createCCtx();
  std::string out(1u << 16, '\0');
  ZSTD_outBuffer to{out.data(), out.size(), 0};
  for (const std::string& part : parts) {
    ZSTD_inBuffer in{part.data(), part.size(), 0};
    EXPECT_EQ(ZSTD_compressStream2(state, &to, &in, ZSTD_e_flush), 0u);
  }
  ZSTD_freeCCtx(state);
  out.resize(to.pos);
  return out;
}

const std::string kFeed = "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n";

struct Case {
  const char* name;
  std::string bytes;
  std::string stories;
};

void check(const Case& c) {
  for (const std::size_t piece : {1u << 16, 1u})
    EXPECT_EQ(summary(read_all(c.bytes, from("auto"), "in", piece)), c.stories) << c.name;
}

TEST(Compressed, Streams) {
  const std::string feed = "in: One.\nin#2: Two.\n", gz = gzip(kFeed), zst = zstd(kFeed);
  const Case cases[] = {
      {"gzip", gz, feed},
      {"zstd", zst, feed},
      {"members", gzip(kFeed.substr(0, 20)) + gzip(kFeed.substr(20)), feed},
      {"frames", zstd(kFeed.substr(0, 20)) + zstd(kFeed.substr(20)), feed},
      {"padding", gz + std::string(512, '\0'), feed},
      {"a text", gzip("Rain."), "in: Rain.\n"},
      {"nothing in it", gzip(""), "in: \n"},
      {"cut off", gz.substr(0, gz.size() - 6), feed + "in#3! io: the gzip data is cut off\n"},
      {"cut off", zst.substr(0, zst.size() - 3), "in! io: the zstd data is cut off\n"},
      {"other data behind", gz + "text", feed + "in#3! io: other data follows the gzip data\n"},
      {"magic number only", "\x1F\x8B", "in! io: the gzip data is cut off\n"},
      {"damaged", "\x1F\x8B\x08" + std::string(40, '\xFF'), "in! io: the gzip data is damaged\n"},
  };
  for (const Case& c : cases) check(c);
}

// What stands before a fault or a limit is read all the same, however the bytes come.
TEST(Compressed, FaultsComeLast) {
  const std::string feed = "in: One.\nin#2: Two.\n";
  std::string gz = gzip(kFeed + std::string(3000, '\n'));
  gz[gz.size() - 6] ^= 1;  // of the check sum
  check({"check sum", gz, feed + "in#3! io: the gzip data is damaged\n"});
  // The fault is found when all bytes have been taken in: it is not that bytes are missing.
  check({"bad last byte",
         std::string("\x1F\x8B\x08\0\0\0\0", 7) + std::string(85, '\xCA') + std::string("\0\0\0\x1F\x8B\x08", 6),
         "in! io: the gzip data is damaged\n"});
  const std::string blocks = zstd_blocks({kFeed, "\n"});
  check({"no last block", blocks, feed + "in#3! io: the zstd data is cut off\n"});
  const std::string why = ZSTD_getErrorString(ZSTD_error_corruption_detected);
  const std::string fault = "in#3! io: the zstd data is damaged: " + why + "\n";
  for (const std::string& tail : {std::string("\x06\0\0", 3), std::string("\x06\0\0more", 7)})  // of a reserved kind
    check({"bad block", blocks + tail, feed + fault});
}

// A block of bytes as they are could be read in part, and is refused as a whole: it must not depend on how it comes.
TEST(Compressed, BlocksAreReadWhole) {
  const std::string frame_of_256("\x28\xB5\x2F\xFD\x40\0\0\0", 8);
  const std::string block_of_600("\xC0\x12\0", 3);  // as it is, and not the last one
  check({"a block over its frame", frame_of_256 + block_of_600 + kFeed + std::string(600 - kFeed.size(), '\n'),
         "in! io: the zstd data is damaged: " + std::string(ZSTD_getErrorString(ZSTD_error_dstSize_tooSmall)) + "\n"});
}

// How many bytes come out, and the error that ends them.
std::string expansion(const std::string& packed, std::size_t piece, std::size_t capacity) {
  ReadOptions options;
  options.max_expansion = 100;
  Stream stream(std::make_unique<PieceSource>(packed, piece));
  const std::unique_ptr<ByteSource> source = open_compressed(stream, options);
  std::string room(capacity, '\0');
  for (std::uint64_t bytes = 0;;) {
    const Result<std::size_t> count = source->read(room.data(), room.size());
    if (!count || *count == 0) return fmt::format("{} {}", bytes, count ? "whole" : count.error().message);
    bytes += *count;
  }
}

// A stretch of one letter in the midst of digits that hardly repeat: above the limit here, below it there.
TEST(Compressed, TheLimitDoesNotDependOnThePieces) {
  std::string digits;
  for (std::uint32_t state = 1; digits.size() < (1u << 20); state = state * 1664525u + 1013904223u)
    digits += static_cast<char>('0' + (state >> 16) % 10);
  const std::string feed = digits + std::string(80u << 20, 'x') + digits + std::string(40u << 20, 'y') + digits;
  const std::string member = gzip(std::string(4u << 20, 'x')), zeros(9000, '\0');
  std::string padded;  // zeros over the ends of all stretches don't hide what stands between them
  for (int i = 0; i < 40; ++i) padded += member + zeros;
  const std::string whole = gzip(digits + digits + std::string(70u << 20, 'x'));
  for (const std::string& packed : {gzip(feed), zstd(feed), padded, whole}) {
    const std::string expected = expansion(packed, 1u << 30, 1u << 16);
    const char* end = packed == whole ? "whole" : "the compressed data expands to more than 100 times";
    EXPECT_TRUE(expected.ends_with(end)) << expected;
    for (const std::size_t piece : {1u, 5000u, 1u << 17})
      for (const std::size_t capacity : {1u << 16, 1000000u})
        EXPECT_EQ(expansion(packed, piece, capacity), expected) << piece << " " << capacity;
  }
}

TEST(Compressed, Bombs) {
  const std::string bytes = std::string(80u << 20, 'x');
  for (const std::string& bomb : {gzip(bytes), zstd(bytes)}) {
    ReadOptions options = from("jsonl");
    const auto stories = read_all(bomb, options);
    EXPECT_EQ(summary(stories),
              "in.txt! limit: the line is over the limit of 16777216 bytes (--max-story) (line 1, byte 0)\n"
              "in.txt#2! limit: the compressed data expands to more than 200 times\n");
    options.max_story_bytes = 1u << 30;
    EXPECT_EQ(summary(read_all(bomb, options)), "in.txt! limit: the compressed data expands to more than 200 times\n");
    options.max_expanded_bytes = 1u << 20;
    EXPECT_EQ(summary(read_all(bomb, options)),
              "in.txt! limit: the compressed data expands to more than 1048576 bytes\n");
  }
}

}  // namespace
}  // namespace wirecut::test
