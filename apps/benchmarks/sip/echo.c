/* The floor that no server can be under: sends every INVITE back as it came, over one loopback socket, and ignores the rest. */
#define _GNU_SOURCE
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#define LIFE_SECONDS 7200 /* it ends by itself when it was forgotten */

int main(int argc, char **argv) {
  int port = argc == 2 ? atoi(argv[1]) : 0;
  if (port < 1 || port > 65535) return fprintf(stderr, "usage: echo PORT\n"), 2;
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  alarm(LIFE_SECONDS);
  int s = socket(AF_INET, SOCK_DGRAM, 0), bytes = 4 << 20;
  setsockopt(s, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
  struct sockaddr_in own = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK), .sin_port = htons((uint16_t)port)};
  if (bind(s, (void *)&own, sizeof own)) return perror("echo: bind"), 3;
  for (;;) {
    static char message[65536];
    struct sockaddr_in from;
    socklen_t length = sizeof from;
    ssize_t n = recvfrom(s, message, sizeof message, 0, (void *)&from, &length);
    if (n > 0 && message[0] == 'I') sendto(s, message, (size_t)n, 0, (void *)&from, length);
  }
}
