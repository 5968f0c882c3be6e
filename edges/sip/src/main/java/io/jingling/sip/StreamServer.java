package io.jingling.sip;

import io.jingling.sip.SipCounters.Drop;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.timeout.ReadTimeoutHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;

/** Listens on TCP and TLS; a bounded number of connections, each closed when it says nothing for long. */
final class StreamServer implements AutoCloseable {
    private static final int BACKLOG = 1_024;
    private static final long CLOSE_MILLIS_MAX = 2_000;

    private final SipSettings settings;
    private final SipCounters counters;
    private final ThreadLocal<Responder> responders;
    private final NioEventLoopGroup loops;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Channel> listeners = new ArrayList<>();

    /** @param responders makes one for each thread */
    StreamServer(SipSettings settings, SipCounters counters, Supplier<Responder> responders) {
        this.settings = settings;
        this.counters = counters;
        this.responders = ThreadLocal.withInitial(responders);
        this.loops = new NioEventLoopGroup(settings.listen().workers(), new DefaultThreadFactory("sip-stream", true));
    }

    /** What a connection needs of its server. */
    record Desk(Responder responder, SipSettings.Trust trust, SipCounters counters) {}

    int listen(int port) throws IOException {
        return listen(port, new Pipeline(null));
    }

    int listenTls(SipSettings.Tls tls) throws IOException {
        return listen(tls.port(), new Pipeline(context(tls)));
    }

    /** Begins to accept; until then connections wait. */
    void start() {
        listeners.forEach(listener -> listener.config().setAutoRead(true));
    }

    private static SslContext context(SipSettings.Tls tls) {
        try {
            return SslContextBuilder.forServer(
                            tls.certificate().toFile(), tls.key().toFile())
                    .protocols("TLSv1.3", "TLSv1.2")
                    .build();
        } catch (SSLException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "tls: got " + tls.certificate() + " and its key, which cannot be used (" + e.getMessage()
                            + "), want a PEM chain and a PKCS #8 key",
                    e);
        }
    }

    private int listen(int port, Pipeline pipeline) throws IOException {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(pipeline);
        var bound = bootstrap
                .bind(new InetSocketAddress(settings.listen().host(), port))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException(bound.cause().getMessage() + " (port " + port + ")", bound.cause());
        }
        listeners.add(bound.channel());
        return ((InetSocketAddress) bound.channel().localAddress()).getPort();
    }

    @Override
    public void close() {
        listeners.forEach(Channel::close);
        loops.shutdownGracefully(0, CLOSE_MILLIS_MAX, TimeUnit.MILLISECONDS).awaitUninterruptibly(CLOSE_MILLIS_MAX);
    }

    /** Sets up a connection that was accepted. */
    private final class Pipeline extends ChannelInitializer<SocketChannel> {
        private final SslContext tls;

        Pipeline(SslContext tls) {
            this.tls = tls;
        }

        @Override
        protected void initChannel(SocketChannel channel) {
            if (connections.incrementAndGet() > settings.limits().connections()) {
                connections.decrementAndGet();
                counters.countDrop(Drop.CONNECTIONS_MAX);
                channel.close();
                return;
            }
            channel.closeFuture().addListener(closed -> connections.decrementAndGet());
            if (tls != null) {
                channel.pipeline().addLast(tls.newHandler(channel.alloc()));
            }
            channel.pipeline()
                    .addLast(new ReadTimeoutHandler(settings.limits().idle().toMillis(), TimeUnit.MILLISECONDS))
                    .addLast(new StreamConnection(new Desk(responders.get(), settings.trust(), counters)));
        }
    }
}
