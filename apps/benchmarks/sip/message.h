/* The INVITE and the ACK that the load generator sends, and what it reads out of an answer. */
#pragma once
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MESSAGE_MAX 2048

/* One call's changing parts; everything else of a message is written once. */
struct call_parts {
  uint32_t id;     /* in Via branch, From tag and Call-ID, as 8 hex digits */
  uint32_t caller; /* the 9 digits after 13 */
  uint32_t callee; /* the 8 digits after 139 */
};

/* A message with holes, and where the holes are. */
struct template {
  char text[MESSAGE_MAX];
  int length;
  int id_at[4], ids, caller_at[4], callers, callee_at[4], callees;
};

#define HOLE_ID "XXXXXXXX"
#define HOLE_CALLER "NNNNNNNNN"
#define HOLE_CALLEE "CCCCCCCC"

static int template_holes(const struct template *t, const char *hole, int at[4]) {
  int n = 0;
  for (const char *p = t->text; n < 4 && (p = strstr(p, hole)); p += strlen(hole)) at[n++] = (int)(p - t->text);
  return n;
}

static void template_close(struct template *t) {
  t->length = (int)strlen(t->text);
  t->ids = template_holes(t, HOLE_ID, t->id_at);
  t->callers = template_holes(t, HOLE_CALLER, t->caller_at);
  t->callees = template_holes(t, HOLE_CALLEE, t->callee_at);
}

/* `run` tells this run's calls from those of an earlier one whose answers come late. */
static void template_invite(struct template *t, int own_port, int port, uint32_t run) {
  static const char sdp[] =
      "v=0\r\no=gateway 73412 1 IN IP4 127.0.0.1\r\ns=call\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
      "m=audio 40160 RTP/AVP 8 0 18 101\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:0 PCMU/8000\r\n"
      "a=rtpmap:18 G729/8000\r\na=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\na=sendrecv\r\n";
  snprintf(t->text, sizeof t->text,
           "INVITE sip:139" HOLE_CALLEE "@127.0.0.1:%d;user=phone SIP/2.0\r\n"
           "Via: SIP/2.0/UDP 127.0.0.1:%d;rport;branch=z9hG4bK%08x" HOLE_ID "\r\n"
           "Max-Forwards: 68\r\n"
           "From: <sip:13" HOLE_CALLER "@trunk.example;user=phone>;tag=f" HOLE_ID "\r\n"
           "To: <sip:139" HOLE_CALLEE "@trunk.example;user=phone>\r\n"
           "Call-ID: " HOLE_ID "-%08x@127.0.0.1\r\n"
           "CSeq: 1 INVITE\r\n"
           "Contact: <sip:gateway@127.0.0.1:%d>\r\n"
           "P-Asserted-Identity: <tel:+8613" HOLE_CALLER ">\r\n"
           "Allow: INVITE, ACK, BYE, CANCEL, OPTIONS, UPDATE\r\n"
           "Supported: 100rel, timer\r\n"
           "Content-Type: application/sdp\r\nContent-Length: %d\r\n\r\n%s",
           port, own_port, run, run, own_port, (int)sizeof sdp - 1, sdp);
  template_close(t);
}

/* The ACK of a final answer that is not 2xx: the INVITE's branch (RFC 3261 §17.1.1.3); the answer's To goes at the end. */
static void template_ack(struct template *t, int own_port, int port, uint32_t run) {
  snprintf(t->text, sizeof t->text,
           "ACK sip:139" HOLE_CALLEE "@127.0.0.1:%d;user=phone SIP/2.0\r\n"
           "Via: SIP/2.0/UDP 127.0.0.1:%d;rport;branch=z9hG4bK%08x" HOLE_ID "\r\n"
           "Max-Forwards: 68\r\n"
           "From: <sip:13" HOLE_CALLER "@trunk.example;user=phone>;tag=f" HOLE_ID "\r\n"
           "Call-ID: " HOLE_ID "-%08x@127.0.0.1\r\n"
           "CSeq: 1 ACK\r\nContent-Length: 0\r\n",
           port, own_port, run, run);
  template_close(t);
}

static inline void put_decimal(char *at, uint32_t value, int digits) {
  for (int i = digits - 1; i >= 0; i--, value /= 10) at[i] = (char)('0' + value % 10);
}

static inline void put_hex(char *at, uint32_t value) {
  for (int i = 7; i >= 0; i--, value >>= 4) at[i] = "0123456789abcdef"[value & 15];
}

/* Fills the holes of `message`, which must already hold the template's text. */
static inline void template_fill(const struct template *t, char *message, const struct call_parts *c) {
  for (int i = 0; i < t->ids; i++) put_hex(message + t->id_at[i], c->id);
  for (int i = 0; i < t->callers; i++) put_decimal(message + t->caller_at[i], c->caller, 9);
  for (int i = 0; i < t->callees; i++) put_decimal(message + t->callee_at[i], c->callee, 8);
}

struct span {
  const char *at;
  int length;
};

/* What an answer says; a header that is missing has length 0. `code` is 0 for our own INVITE coming back. */
struct answer {
  int code;
  uint32_t id, run;
  struct span via, to, cseq, contact, reason;
};

static inline bool span_has(struct span s, const char *what, size_t length) {
  return s.length > 0 && memmem(s.at, (size_t)s.length, what, length) != NULL;
}

static inline bool header(struct span line, const char *name, size_t length) {
  return line.length > (int)length && memcmp(line.at, name, length) == 0;
}

/* False when the datagram is neither an answer nor an echoed INVITE with a Call-ID of the generator's form. */
static bool answer_read(const char *text, int length, struct answer *a) {
  memset(a, 0, sizeof *a);
  if (length > 12 && memcmp(text, "SIP/2.0 ", 8) == 0) a->code = atoi(text + 8);
  else if (length < 7 || memcmp(text, "INVITE ", 7) != 0) return false;
  bool known = false;
  const char *end = text + length, *eol;
  for (const char *p = text; (eol = memchr(p, '\n', (size_t)(end - p))); p = eol + 1) {
    struct span line = {p, (int)(eol - p) - (eol > p && eol[-1] == '\r')};
    if (line.length == 0) break;
    if (header(line, "Via:", 4) && a->via.length == 0) a->via = line;
    else if (header(line, "To:", 3)) a->to = line;
    else if (header(line, "CSeq:", 5)) a->cseq = line;
    else if (header(line, "Contact:", 8)) a->contact = line;
    else if (header(line, "Reason:", 7)) a->reason = line;
    else if (header(line, "Call-ID: ", 9) && line.length >= 26) {
      char *dash;
      a->id = (uint32_t)strtoul(line.at + 9, &dash, 16);
      a->run = (uint32_t)strtoul(dash + 1, NULL, 16);
      known = *dash == '-';
    }
  }
  return known;
}
