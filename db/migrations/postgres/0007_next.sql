ALTER TABLE "file" ADD COLUMN "dropped_at" bigint;--> statement-breakpoint
CREATE INDEX "file_owner" ON "file" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "file_bytes" ON "file" USING btree ("sha256");