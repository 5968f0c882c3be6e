-- Detection reads the last weeks' call records at the start, in the order of their starts.
create index call_records_in_order on call_records (start_time, id);
