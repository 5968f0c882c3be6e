/* Calls a SIP screening server on this machine and checks every answer: INVITE, final answer, ACK, over UDP, from one busy
 * thread. README.md says which numbers call and what is expected; `--help` lists the options. Prints one line of JSON. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <getopt.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>

#include "histogram.h"
#include "message.h"

#define BATCH 32
#define RING (1u << 18) /* calls remembered; more than RATE_MAX calls of one TIMEOUT_NS */
#define TIMEOUT_NS 1000000000ull
#define RATE_MAX 200000
#define WINDOW_MAX 4096
#define SECONDS_MAX 60

enum state { UNUSED, WAITING, ANSWERED, EXPIRED };

struct call {
  uint64_t since_ns; /* when it was sent, or in open loop when it was due: a late generator must not hide a wait */
  struct call_parts parts;
  uint8_t state;
  bool listed;
};

struct options {
  const char *host;
  int port, window, percent;
  double rate, seconds;
  uint32_t listed, subscribers;
};

static struct options opt = {.host = "127.0.0.1", .port = 5060, .window = 64, .percent = 30, .seconds = 5,
                             .listed = 1000000, .subscribers = 1000000};
static struct template invite, ack;
static struct call ring[RING];
static struct histogram latency;
static uint32_t run, sent, oldest;
static uint64_t answered, failed, wrong, n302, n603, other, echoed, duplicates, late, strays, refused, lag_ns;
static uint64_t dice, epoch;

static void die(int code, const char *message) {
  fprintf(stderr, "loadgen: %s\n", message);
  exit(code);
}

static uint64_t now_ns(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000000ull + (uint64_t)t.tv_nsec;
}

static uint64_t roll(void) {
  dice ^= dice << 13, dice ^= dice >> 7, dice ^= dice << 17;
  return dice;
}

/* A fixed shuffle of 0..n-1: a bijection of the next power of two, walked until it lands below n. */
static uint32_t shuffled(uint32_t x, uint32_t n, uint32_t salt) {
  int bits = n < 2 ? 1 : 32 - __builtin_clz(n - 1);
  uint32_t mask = bits == 32 ? ~0u : (1u << bits) - 1;
  do {
    for (int i = 0; i < 2; i++) {
      x = ((x ^ salt) * 0x9e3779b1u) & mask;
      x ^= x >> (bits / 2 + 1);
    }
  } while (x >= n);
  return x;
}

/* Callers go round in a shuffle and each round shifts the callees, so that no pair meets twice within minutes: a server may
 * rightly let a second call pass. The round starts at the time of day, which keeps one run's pairs from the next run's. */
static void choose(struct call *c, uint32_t id) {
  uint32_t i = shuffled(id % opt.listed, opt.listed, 0x5bd1e995u);
  uint64_t round = epoch + id / opt.listed;
  uint32_t j = (uint32_t)((shuffled(id % opt.subscribers, opt.subscribers, 0x27d4eb2fu) + round) % opt.subscribers);
  c->listed = (int)(roll() % 100) < opt.percent;
  uint32_t beside = c->listed ? 0 : 1 + (uint32_t)(roll() % 36);
  c->parts = (struct call_parts){id, 100000000u + 37u * i + beside, 10000000u + 7u * j};
  c->state = WAITING;
}

/* The kernel's word that the port is closed: from the start nobody was there, later the server may be coming back. */
static void note_refusal(void) {
  if (++refused > 200 || answered == 0) die(3, "port: nobody listens");
}

static void send_all(int s, struct mmsghdr *m, int n) {
  for (int k = 0; k < n;) {
    int r = sendmmsg(s, m + k, (unsigned)(n - k), 0);
    if (r > 0) k += r;
    else if (errno == ECONNREFUSED) note_refusal();
    else if (errno != EINTR && errno != EAGAIN && errno != ENOBUFS) die(3, strerror(errno));
  }
}

struct batch {
  char text[BATCH][8192];
  struct iovec part[BATCH];
  struct mmsghdr header[BATCH];
};

static void batch_init(struct batch *b, const struct template *t) {
  for (int i = 0; i < BATCH; i++) {
    if (t) memcpy(b->text[i], t->text, (size_t)t->length);
    b->part[i] = (struct iovec){b->text[i], t ? (size_t)t->length : sizeof b->text[i] - 1};
    b->header[i].msg_hdr = (struct msghdr){.msg_iov = &b->part[i], .msg_iovlen = 1};
  }
}

static void send_calls(int s, struct batch *out, int n, uint64_t start) {
  uint64_t now = now_ns();
  for (int i = 0; i < n; i++) {
    uint32_t id = sent + (uint32_t)i;
    struct call *c = &ring[id % RING];
    choose(c, id);
    c->since_ns = opt.rate > 0 ? start + (uint64_t)(id * 1e9 / opt.rate) : now;
    if (now > c->since_ns && now - c->since_ns > lag_ns) lag_ns = now - c->since_ns;
    template_fill(&invite, out->text[i], &c->parts);
  }
  send_all(s, out->header, n);
  sent += (uint32_t)n;
}

/* What is wrong with the answer to this call, or nothing. */
static const char *fault(const struct call *c, const struct answer *a) {
  char branch[32], callee[16];
  snprintf(branch, sizeof branch, "branch=z9hG4bK%08x%08x", run, a->id);
  snprintf(callee, sizeof callee, "139%08u", c->parts.callee);
  if (a->code != (c->listed ? 603 : 302)) return c->listed ? "code, want 603" : "code, want 302";
  if (!span_has(a->via, branch, strlen(branch))) return "Via, want the call's branch";
  if (!span_has(a->cseq, "1 INVITE", 8)) return "CSeq, want 1 INVITE";
  if (!span_has(a->to, ";tag=", 5)) return "To, want a tag";
  if (c->listed && a->reason.length == 0) return "no Reason, want one in a 603";
  if (!c->listed && !span_has(a->contact, callee, 11)) return "Contact, want the call's callee in a 302";
  return NULL;
}

static void count(const struct call *c, const struct answer *a, const char *text) {
  if (a->code == 302) n302++;
  else if (a->code == 603) n603++;
  else if (a->code == 0) echoed++;
  else other++;
  const char *why = a->code == 0 ? NULL : fault(c, a);
  if (why && wrong++ < 3) fprintf(stderr, "loadgen: answer: got %.*s (%s)\n", (int)strcspn(text, "\r\n"), text, why);
}

/* True when the answer ends a call and is to be acknowledged with the message written to `out`. */
static bool receive(char *text, int length, uint64_t now, struct iovec *out) {
  struct answer a;
  text[length] = 0;
  if (!answer_read(text, length, &a) || a.run != run || a.id >= sent || sent - a.id > RING) return strays++, false;
  if (a.code >= 100 && a.code < 200) return false;
  struct call *c = &ring[a.id % RING];
  if (c->state != WAITING) return c->state == EXPIRED ? late++ : duplicates++, false;
  c->state = ANSWERED;
  answered++;
  histogram_add(&latency, now > c->since_ns ? now - c->since_ns : 0);
  count(c, &a, text);
  char *message = out->iov_base;
  template_fill(&ack, message, &c->parts);
  int to = a.to.length < 1024 ? a.to.length : 0;
  memcpy(message + ack.length, a.to.at, (size_t)to);
  memcpy(message + ack.length + to, "\r\n\r\n", 4);
  out->iov_len = (size_t)(ack.length + to + 4);
  return true;
}

static void expire(uint64_t now) {
  for (; oldest < sent; oldest++) {
    struct call *c = &ring[oldest % RING];
    if (c->state == WAITING && now < c->since_ns + TIMEOUT_NS) return;
    if (c->state == WAITING) c->state = EXPIRED, failed++;
  }
}

static uint64_t call_for(int s, uint64_t start, uint64_t end) {
  static struct batch out, in, acks;
  batch_init(&out, &invite), batch_init(&in, NULL), batch_init(&acks, &ack);
  for (;;) {
    uint64_t now = now_ns();
    int64_t waiting = (int64_t)(sent - answered - failed);
    int64_t due = opt.rate > 0 ? (int64_t)((double)(now - start) * 1e-9 * opt.rate) - sent : opt.window - waiting;
    if (now >= end && waiting == 0) return now_ns();
    if (now < end && due > 0 && sent - oldest < RING - BATCH) send_calls(s, &out, due < BATCH ? (int)due : BATCH, start);
    int got = recvmmsg(s, in.header, BATCH, MSG_DONTWAIT, NULL), n = 0;
    if (got < 0 && errno == ECONNREFUSED) note_refusal();
    else if (got < 0 && errno != EAGAIN && errno != EINTR) die(3, strerror(errno));
    now = now_ns();
    for (int i = 0; i < got; i++) n += receive(in.text[i], (int)in.header[i].msg_len, now, &acks.part[n]);
    send_all(s, acks.header, n);
    expire(now);
  }
}

static int open_socket(int *own_port) {
  struct sockaddr_in own = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)}, to = own;
  socklen_t length = sizeof own;
  int s = socket(AF_INET, SOCK_DGRAM, 0), bytes = 16 << 20;
  if (setsockopt(s, SOL_SOCKET, SO_RCVBUFFORCE, &bytes, sizeof bytes)) setsockopt(s, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
  to.sin_port = htons((uint16_t)opt.port);
  if (inet_pton(AF_INET, opt.host, &to.sin_addr) != 1 || ntohl(to.sin_addr.s_addr) >> 24 != 127)
    die(2, "host: want an address of 127.0.0.0/8; this generator calls no other machine");
  if (bind(s, (void *)&own, sizeof own) || connect(s, (void *)&to, sizeof to)) die(3, strerror(errno));
  getsockname(s, (void *)&own, &length);
  *own_port = ntohs(own.sin_port);
  return s;
}

static double number(const char *name, const char *text, double least, double most) {
  char *end;
  double value = strtod(text, &end);
  if (end != text && *end == 0 && value >= least && value <= most) return value;
  fprintf(stderr, "loadgen: %s: got %s, want %.0f to %.0f\n", name, text, least, most);
  exit(2);
}

static void read_options(int argc, char **argv) {
  static const struct option names[] = {{"host", 1, 0, 'H'}, {"port", 1, 0, 'p'}, {"rate", 1, 0, 'r'}, {"window", 1, 0, 'w'},
    {"seconds", 1, 0, 's'}, {"listed", 1, 0, 'l'}, {"subscribers", 1, 0, 'm'}, {"percent", 1, 0, 'c'}, {0, 0, 0, 0}};
  for (int o; (o = getopt_long(argc, argv, "", names, NULL)) != -1;) switch (o) {
      case 'H': opt.host = optarg; break;
      case 'p': opt.port = (int)number("port", optarg, 1, 65535); break;
      case 'r': opt.rate = number("rate", optarg, 0, RATE_MAX); break;
      case 'w': opt.window = (int)number("window", optarg, 1, WINDOW_MAX); break;
      case 's': opt.seconds = number("seconds", optarg, 0, SECONDS_MAX); break;
      case 'l': opt.listed = (uint32_t)number("listed", optarg, 1, 24000000); break;
      case 'm': opt.subscribers = (uint32_t)number("subscribers", optarg, 1, 12000000); break;
      case 'c': opt.percent = (int)number("percent", optarg, 0, 100); break;
      default: die(2, "options, each with a value: --host --port --rate (calls/s; 0 = closed loop) --window (closed loop)"
                      " --seconds --listed --subscribers --percent (of callers listed)");
    }
}

int main(int argc, char **argv) {
  read_options(argc, argv);
  int own_port, s = open_socket(&own_port);
  struct timespec clock;
  clock_gettime(CLOCK_REALTIME, &clock);
  epoch = (uint64_t)clock.tv_sec;
  run = (uint32_t)(clock.tv_sec * 1000 + clock.tv_nsec / 1000000);
  dice = 0x9e3779b97f4a7c15ull ^ run;
  template_invite(&invite, own_port, opt.port, run);
  template_ack(&ack, own_port, opt.port, run);
  uint64_t start = now_ns();
  uint64_t end = start + (uint64_t)(opt.seconds * 1e9);
  uint64_t stopped = call_for(s, start, end);
  struct rusage use;
  getrusage(RUSAGE_SELF, &use);
  double cpu = (double)(use.ru_utime.tv_sec + use.ru_stime.tv_sec) + 1e-6 * (double)(use.ru_utime.tv_usec + use.ru_stime.tv_usec);
  printf("{\"sent\":%u,\"answered\":%lu,\"failed\":%lu,\"wrong\":%lu,\"n302\":%lu,\"n603\":%lu,\"other\":%lu,\"echo\":%lu,"
         "\"duplicates\":%lu,\"late\":%lu,\"strays\":%lu,\"refused\":%lu,\"invite_bytes\":%d,\"seconds\":%.3f,"
         "\"calls_per_second\":%.0f,\"p50_us\":%.1f,\"p90_us\":%.1f,\"p99_us\":%.1f,\"p999_us\":%.1f,\"max_us\":%.1f,"
         "\"generator_lag_max_us\":%.1f,\"generator_cpu_seconds\":%.2f}\n",
         sent, answered, failed, wrong, n302, n603, other, echoed, duplicates, late, strays, refused, invite.length,
         (double)(stopped - start) * 1e-9, (double)answered / (opt.seconds > 0 ? opt.seconds : 1), histogram_us(&latency, .5),
         histogram_us(&latency, .9), histogram_us(&latency, .99), histogram_us(&latency, .999), (double)latency.max / 1e3,
         (double)lag_ns / 1e3, cpu);
  return 0;
}
