ALTER TABLE "care_settlement" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "care_settlement" CASCADE;--> statement-breakpoint
DROP INDEX "care_visit_supplier";--> statement-breakpoint
CREATE INDEX "care_visit_supplier" ON "care_visit" USING btree ("supplier_id");--> statement-breakpoint
ALTER TABLE "care_visit" DROP COLUMN "settlement_id";