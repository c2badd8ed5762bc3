CREATE INDEX "need_published" ON "need" USING btree ("published_at","id");--> statement-breakpoint
CREATE INDEX "need_community_published" ON "need" USING btree ("community_id","published_at","id");--> statement-breakpoint
CREATE INDEX "need_category_published" ON "need" USING btree ("category","published_at","id");--> statement-breakpoint
CREATE INDEX "need_merged" ON "need" USING btree ("merged_into");