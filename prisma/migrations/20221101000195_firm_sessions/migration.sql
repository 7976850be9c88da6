-- What a firm's own people read is read under a role of its own, which sees rows of their firms alone, whatever a query
-- asks for (lib/platform/db/firm-session.ts). A table is closed to it unless firm_reads opens it here.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tenantry_firm') THEN
    BEGIN
      CREATE ROLE tenantry_firm NOLOGIN;
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this server was quicker
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'An administrator of the database must run once: CREATE ROLE tenantry_firm NOLOGIN; GRANT tenantry_firm TO %;', current_user;
    END;
  END IF;
  IF NOT pg_has_role(current_user, 'tenantry_firm', 'MEMBER') THEN
    BEGIN
      EXECUTE format('GRANT tenantry_firm TO %I', current_user);
    EXCEPTION WHEN insufficient_privilege THEN
      RAISE EXCEPTION 'An administrator of the database must run once: GRANT tenantry_firm TO %;', current_user;
    END;
  END IF;
END $$;

-- The firms that the session's person acts for, and the person. Nobody where they are not named.
CREATE FUNCTION firm_ids() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(nullif(current_setting('tenantry.firms', true), ''), '{}')::uuid[]
$$;
CREATE FUNCTION firm_user() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('tenantry.firm_user', true), '')::uuid
$$;
-- The agreements that a firm is a party to: asked past the policies, which would else ask each other without end.
CREATE FUNCTION firm_agreements() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT agreement_id FROM agreement_parties WHERE enterprise_id = ANY (firm_ids())
$$;

-- Opens a table to the firms' role: the rows that a condition holds for, and the columns named, or all.
CREATE FUNCTION firm_reads(opened regclass, condition text, columns text DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', opened);
  EXECUTE format('GRANT SELECT %s ON %s TO tenantry_firm', coalesce('(' || columns || ')', ''), opened);
  EXECUTE format('CREATE POLICY firm_reads ON %s FOR SELECT TO tenantry_firm USING (%s)', opened, condition);
END $$;

DO $$
DECLARE
  own CONSTANT text := 'enterprise_id = ANY ((SELECT firm_ids())::uuid[])';
  target text;
BEGIN
  FOREACH target IN ARRAY ARRAY['enterprise_identifiers', 'enterprise_contacts', 'enterprise_qualifications', 'presences',
    'leases', 'lease_line_facts', 'headcounts', 'employees', 'returns', 'change_requests', 'user_enterprises'] LOOP
    PERFORM firm_reads(target::regclass, own);
  END LOOP;
  PERFORM firm_reads('invitations', own, 'id, enterprise_id, email, name, firm_admin, locale, expires_at, accepted_at,
    withdrawn_at, invited_by_id, version, created_at');
  -- Of no firm: places, public papers, words, and what is asked of all.
  FOREACH target IN ARRAY ARRAY['parks', 'buildings', 'floors', 'policies', 'policy_versions', 'zone', 'rates', 'custom_fields',
    'custom_field_options', 'return_forms', 'return_form_versions', 'return_rounds'] LOOP
    PERFORM firm_reads(target::regclass, 'true');
  END LOOP;
  PERFORM firm_reads('join_requests', 'user_id = (SELECT firm_user())', 'id, user_id, email, name, locale, identifier_type,
    identifier_value, message, state, decided_at, decision, version, created_at');
  PERFORM firm_reads('notifications', 'user_id = (SELECT firm_user())');
  PERFORM firm_reads('notification_choices', 'user_id = (SELECT firm_user())');
  PERFORM firm_reads('list_choices', 'user_id = (SELECT firm_user())');
  PERFORM firm_reads('views', 'owner_id = (SELECT firm_user())');
  PERFORM firm_reads('change_request_fields', 'request_id IN (SELECT id FROM change_requests)');
  PERFORM firm_reads('lease_lines', 'lease_id IN (SELECT id FROM leases)');
  PERFORM firm_reads('units', 'id IN (SELECT unit_id FROM lease_lines)');
  PERFORM firm_reads('unit_successions', 'from_unit_id IN (SELECT unit_id FROM lease_lines)
    OR to_unit_id IN (SELECT unit_id FROM lease_lines)');
  PERFORM firm_reads('employee_names', 'id IN (SELECT name_id FROM employees)');
  PERFORM firm_reads('projects', 'lead_id = ANY ((SELECT firm_ids())::uuid[])');
  FOREACH target IN ARRAY ARRAY['project_partners', 'project_amounts', 'project_entries', 'project_rags', 'project_updates',
    'milestones'] LOOP
    PERFORM firm_reads(target::regclass, 'project_id IN (SELECT id FROM projects)');
  END LOOP;
  FOREACH target IN ARRAY ARRAY['milestone_forecasts', 'milestone_baselines', 'milestone_proposals'] LOOP
    PERFORM firm_reads(target::regclass, 'milestone_id IN (SELECT id FROM milestones)');
  END LOOP;
  PERFORM firm_reads('milestone_dependencies', 'predecessor_id IN (SELECT id FROM milestones)
    OR successor_id IN (SELECT id FROM milestones)');
  PERFORM firm_reads('agreements', 'id IN (SELECT firm_agreements())');
  PERFORM firm_reads('agreement_parties', 'agreement_id IN (SELECT firm_agreements())');
  PERFORM firm_reads('agreement_events', 'agreement_id IN (SELECT firm_agreements())');
  PERFORM firm_reads('policy_agreements', 'agreement_id IN (SELECT firm_agreements())');
  -- Where they were signed.
  PERFORM firm_reads('meetings', 'id IN (SELECT meeting_id FROM agreements)');
  PERFORM firm_reads('meeting_series', 'id IN (SELECT series_id FROM meetings)');
  PERFORM firm_reads('commitments', 'promisor_id = ANY ((SELECT firm_ids())::uuid[])');
  PERFORM firm_reads('commitment_steps', 'commitment_id IN (SELECT id FROM commitments)');
  PERFORM firm_reads('commitment_measurements', 'commitment_id IN (SELECT id FROM commitments)');
  -- Which programme a promise of the firm's own is measured by.
  PERFORM firm_reads('programmes', 'id IN (SELECT of_programme_id FROM commitments)');
  PERFORM firm_reads('policy_programmes', 'programme_id IN (SELECT id FROM programmes)');
  -- Itself; and of another firm the row that names it, where both stand in one paper or project.
  PERFORM firm_reads('enterprises', 'id = ANY ((SELECT firm_ids())::uuid[]) OR merged_into_id = ANY ((SELECT firm_ids())::uuid[])
    OR id IN (SELECT enterprise_id FROM agreement_parties) OR id IN (SELECT enterprise_id FROM project_partners)');
  PERFORM firm_reads('attachments', 'enterprise_id = ANY ((SELECT firm_ids())::uuid[]) OR lease_id IN (SELECT id FROM leases)
    OR project_id IN (SELECT id FROM projects) OR milestone_id IN (SELECT id FROM milestones)
    OR agreement_id IN (SELECT firm_agreements()) OR commitment_id IN (SELECT id FROM commitments) OR policy_id IS NOT NULL');
  PERFORM firm_reads('attachment_blobs', 'id IN (SELECT id FROM attachments)');
  -- Oneself, one's colleagues, and the office's people, whom records name; never a password.
  PERFORM firm_reads('users', 'id = (SELECT firm_user()) OR role <> ''ENTERPRISE'' OR id IN (SELECT user_id FROM user_enterprises)',
    'id, email, name, role, status, session_version, locale, all_parks, version, created_at');
  -- Found by typing, and the history: of what is open above.
  PERFORM firm_reads('search_terms', 'row_id IN (SELECT id FROM enterprises UNION ALL SELECT id FROM leases
    UNION ALL SELECT id FROM units UNION ALL SELECT id FROM projects UNION ALL SELECT id FROM agreements
    UNION ALL SELECT id FROM commitments UNION ALL SELECT id FROM policies)');
  PERFORM firm_reads('changes', 'root_id IN (SELECT id FROM enterprises WHERE id = ANY ((SELECT firm_ids())::uuid[])
    UNION ALL SELECT id FROM leases UNION ALL SELECT id FROM units UNION ALL SELECT id FROM projects
    UNION ALL SELECT id FROM agreements UNION ALL SELECT id FROM commitments UNION ALL SELECT id FROM policies
    UNION ALL SELECT id FROM employees UNION ALL SELECT id FROM returns UNION ALL SELECT id FROM change_requests)');
  PERFORM firm_reads('change_sets', 'EXISTS (SELECT FROM changes c WHERE c.change_set_id = change_sets.id)');
END $$;

-- What a firm's own people write is of their firms, whatever a service forgets: the history, which every write passes,
-- refuses a row of another. What they ask for about another firm (join_requests) is theirs, not its.
CREATE FUNCTION firm_writes_own() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  firms text := nullif(current_setting('tenantry.firms', true), '');
  of_firm text := coalesce(NEW.after, NEW.before) ->> CASE WHEN NEW.table_name = 'enterprises' THEN 'id' ELSE 'enterprise_id' END;
BEGIN
  IF firms IS NOT NULL AND of_firm IS NOT NULL AND NEW.table_name NOT IN ('join_requests', 'agreement_parties')
    AND NOT of_firm::uuid = ANY (firms::uuid[]) THEN
    RAISE EXCEPTION 'firm_writes_own: % of another firm', NEW.table_name
      USING ERRCODE = '42501', CONSTRAINT = 'firm_writes_own';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER firm_writes_own AFTER INSERT ON changes FOR EACH ROW
  WHEN (nullif(current_setting('tenantry.firms', true), '') IS NOT NULL) EXECUTE FUNCTION firm_writes_own();
