/* Counts of latencies in nanoseconds, each known to within 0.8 %: 128 buckets to every power of two. */
#pragma once
#include <stdint.h>

#define HISTOGRAM_BUCKETS 4608 /* up to 2^42 ns, over an hour */

struct histogram {
  uint64_t count[HISTOGRAM_BUCKETS];
  uint64_t total;
  uint64_t max;
};

static inline void histogram_add(struct histogram *h, uint64_t ns) {
  int shift = ns < 256 ? 0 : 63 - __builtin_clzll(ns) - 7;
  uint64_t bucket = ((uint64_t)shift << 7) + (ns >> shift);
  h->count[bucket < HISTOGRAM_BUCKETS ? bucket : HISTOGRAM_BUCKETS - 1]++;
  h->total++;
  if (ns > h->max) h->max = ns;
}

/* The upper edge, in microseconds, of the bucket in which `share` (0..1) of all values are reached; 0 when empty. */
static inline double histogram_us(const struct histogram *h, double share) {
  uint64_t wanted = (uint64_t)((double)h->total * share + 0.999999), seen = 0;
  for (unsigned i = 0; i < HISTOGRAM_BUCKETS; i++) {
    seen += h->count[i];
    if (seen < wanted || seen == 0) continue;
    int shift = i < 256 ? 0 : (int)(i >> 7) - 1;
    double edge = (double)((((uint64_t)i - ((uint64_t)shift << 7)) + 1) << shift);
    return (edge < (double)h->max ? edge : (double)h->max) / 1000.0;
  }
  return 0;
}
