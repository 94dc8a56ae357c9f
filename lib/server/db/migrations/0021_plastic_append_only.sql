CREATE TRIGGER plastic_movements_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON plastic_movements FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER hand_overs_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON hand_overs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
