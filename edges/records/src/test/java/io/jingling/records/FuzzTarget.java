package io.jingling.records;

import static io.jingling.records.Reading.NOW;
import static io.jingling.records.Reading.SHANGHAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;

/** A reader, and a file that it likes, to be spoilt. */
record FuzzTarget(String name, Reader reader, String likes) {
    interface Reader {
        Rows<?> open(InputStream in);
    }

    static final List<FuzzTarget> ALL = List.of(
            new FuzzTarget("standings", in -> StandingsFile.read(in, NOW), """
                    number,category,score,expires,evidence,evidence_value
                    13800001111,07,90,2027-01-01T00:00:00+08:00,reports,12
                    95338,L1,,2027-01-01T00:00:00+08:00,,
                    """),
            new FuzzTarget("standings as JSON lines", in -> StandingsFile.json(in, NOW), """
                    {"number":"13800001111","category":"07","score":90,"expires":"2027-01-01T00:00:00+08:00"}
                    {"number":"95338","category":"L1","expires":"2027-01-01T00:00:00+08:00"}
                    """),
            new FuzzTarget("standings as a JSON array", in -> StandingsFile.json(in, NOW), """
                    [{"number":"13800001111","category":"07","score":90,"expires":"2027-01-01T00:00:00+08:00"},
                    {"number":"95338","category":"L1","expires":"2027-01-01T00:00:00+08:00"}]
                    """),
            new FuzzTarget("wishes", in -> WishesFile.csv(in, NOW), """
                    number,category,action,note
                    13900000001,07,reject,
                    13900000001,white:010-12345678,pass,"the
                    school"
                    13900000001,quiet:mon-fri:22:00-07:00,silent,
                    13900000001,prefix:0571,default,
                    13900000001,courier:2h,pass,
                    """),
            new FuzzTarget("generic calls", in -> CallFormat.GENERIC.read(in, SHANGHAI), GenericCalls.HEADER + """

                    a,2026-11-22T10:00:00+08:00,13800001111,13900000001,in,true,4200,61000,caller,16,T,s,u,m,"a
                    b"
                    b,2026-11-22T10:00:00Z,,+12125550123,out,no,,,,,,,,,
                    """),
            new FuzzTarget("Asterisk's calls", in -> CallFormat.ASTERISK.read(in, SHANGHAI), """
                    "a","13800001111","13900000001","in","x","SIP/t-0000002a","SIP/1-0000002b","Dial","1","2026-11-22 \
                    10:00:00","2026-11-22 10:00:04","2026-11-22 10:01:05",65,61,"ANSWERED","BILLING","1.2","u"
                    """),
            new FuzzTarget("FreeSWITCH's calls", in -> CallFormat.FREESWITCH.read(in, SHANGHAI), """
                    "L","13800001111","13900000001","in","2026-11-22 10:00:00","2026-11-22 10:00:04",\
                    "2026-11-22 10:01:05","65","61","NORMAL","a5c9f6c0-e752-11e3-8bfb-65b6c3cdac7d","","a","P","P"
                    """),
            new FuzzTarget("Kamailio's log", in -> CallFormat.KAMAILIO.read(in, SHANGHAI), """
                    x: ACC: transaction answered: timestamp=1795312804;method=INVITE;from_tag=a;to_tag=b;call_id=x;\
                    code=200;reason=OK;src_user=13800001111;dst_ouser=13900000001;dst_user=1001
                    x: ACC: transaction answered: timestamp=1795312865;method=BYE;from_tag=b;to_tag=a;call_id=x;code=200
                    x: ACC: call missed: timestamp=1795312865;method=INVITE;call_id=y;code=486;src_user=;dst_user=120
                    """),
            new FuzzTarget("Kamailio's table", in -> CallFormat.KAMAILIO.read(in, SHANGHAI), """
                    id,method,from_tag,to_tag,callid,sip_code,sip_reason,time,src_user,dst_ouser,dst_user
                    1,INVITE,a,b,x,200,OK,2026-11-22 10:00:04,13800001111,13900000001,1001
                    2,BYE,a,b,x,200,OK,2026-11-22 10:01:05,13800001111,13900000001,1001
                    """));

    /** Returns how many rows it had. */
    int read(byte[] bytes) {
        int rows = 0;
        try (Rows<?> open = reader.open(new ByteArrayInputStream(bytes))) {
            while (open.hasNext()) {
                Row<?> row = open.next();
                rows += row.line() > 0 ? 1 : 0;
            }
        } catch (UnreadableFile expected) {
            assertThat(expected.field()).isNotEmpty();
        }
        return rows;
    }
}
