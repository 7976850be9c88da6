-- Whether a firm's person has an address of their own for due dates; never the key of it.
SELECT firm_reads('notification_calendars', 'user_id = (SELECT firm_user())', 'user_id, created_at');
