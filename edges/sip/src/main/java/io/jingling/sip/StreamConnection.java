package io.jingling.sip;

import io.jingling.sip.Responder.Arrival;
import io.jingling.sip.SipCounters.Drop;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One TCP or TLS connection: what it sends is cut into messages and answered in their order. */
final class StreamConnection extends SimpleChannelInboundHandler<ByteBuf> {
    private static final byte[] PONG = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private final StreamServer.Desk desk;
    private final StreamBuffer stream = new StreamBuffer();
    private Peer peer;
    private boolean ending;

    StreamConnection(StreamServer.Desk desk) {
        this.desk = desk;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        peer = new Peers(desk.trust()).of((InetSocketAddress) ctx.channel().remoteAddress());
        ctx.fireChannelActive();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, ByteBuf received) {
        if (ending) {
            return;
        }
        int length = received.readableBytes();
        int at = stream.grow(length);
        received.readBytes(stream.bytes(), at, length);
        boolean open = true;
        while (open) {
            open = switch (stream.next()) {
                case NOTHING -> false;
                case PING -> write(ctx, PONG, PONG.length);
                case MESSAGE ->
                    answer(
                            ctx,
                            desk.responder().answer(stream.bytes(), stream.from(), stream.to(), peer, Arrival.STREAM));
                case TOO_LARGE ->
                    last(ctx, desk.responder().tooLarge(stream.bytes(), stream.from(), stream.to(), peer));
                case BROKEN ->
                    last(
                            ctx,
                            desk.responder().answer(stream.bytes(), stream.from(), stream.to(), peer, Arrival.STREAM));
            };
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        ctx.flush();
    }

    /** Who does not read its answers is not read from either. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        ctx.channel().config().setAutoRead(ctx.channel().isWritable());
        ctx.flush();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        desk.counters().countDrop(Drop.STREAM_BROKEN);
        ctx.close();
    }

    private boolean answer(ChannelHandlerContext ctx, int length) {
        return length == 0 || write(ctx, desk.responder().bytes(), length);
    }

    /** After this the stream cannot be cut any more, so it ends (RFC 3261 §18.3). */
    private boolean last(ChannelHandlerContext ctx, int length) {
        desk.counters().countDrop(Drop.STREAM_BROKEN);
        ending = true;
        answer(ctx, length);
        ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        return false;
    }

    private static boolean write(ChannelHandlerContext ctx, byte[] bytes, int length) {
        ctx.write(Unpooled.wrappedBuffer(Arrays.copyOf(bytes, length)));
        return true;
    }
}
