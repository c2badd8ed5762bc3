CREATE TABLE "order_fix" (
	"id" text PRIMARY KEY NOT NULL,
	"rating_id" text NOT NULL,
	"framework_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"state" text NOT NULL,
	"due_at" bigint NOT NULL,
	"answer" text,
	"answered_by" text,
	"answered_at" bigint,
	"rater_words" text,
	"closed_at" bigint,
	"opened_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_rating" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"framework_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"level" integer NOT NULL,
	"words" text,
	"given_by" text NOT NULL,
	"given_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "order_fix" ADD CONSTRAINT "order_fix_rating_id_order_rating_id_fk" FOREIGN KEY ("rating_id") REFERENCES "public"."order_rating"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_rating" ADD CONSTRAINT "order_rating_order_id_service_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."service_order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "order_fix_rating" ON "order_fix" USING btree ("rating_id");--> statement-breakpoint
CREATE INDEX "order_fix_supplier" ON "order_fix" USING btree ("supplier_id","state");--> statement-breakpoint
CREATE INDEX "order_fix_framework" ON "order_fix" USING btree ("framework_id","opened_at");--> statement-breakpoint
CREATE UNIQUE INDEX "order_rating_once" ON "order_rating" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "order_rating_supplier" ON "order_rating" USING btree ("supplier_id","level");--> statement-breakpoint
CREATE INDEX "order_rating_framework" ON "order_rating" USING btree ("framework_id","supplier_id","level");